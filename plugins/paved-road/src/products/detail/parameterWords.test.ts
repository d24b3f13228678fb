import { parameter } from '../../__testUtils__/products';
import {
  lengthWords,
  rangeWords,
  takesAnyValue,
  typeWords,
} from './parameterWords';

describe('typeWords', () => {
  it.each([
    ['String', 'Text'],
    ['CommaDelimitedList', 'Texts, with commas between them'],
    ['List<Number>', 'Numbers, with commas between them'],
    ['AWS::EC2::VPC::Id', 'AWS::EC2::VPC::Id'],
    [
      'List<AWS::EC2::Subnet::Id>',
      'AWS::EC2::Subnet::Id, several with commas between them',
    ],
    [
      'AWS::SSM::Parameter::Value<String>',
      'Name of a parameter in SSM Parameter Store that holds: Text',
    ],
    ['constructor', 'constructor'],
  ])('says %s as %s', (type, words) => {
    expect(typeWords(type)).toBe(words);
  });
});

describe('lengthWords', () => {
  it.each([
    [{ minLength: 3, maxLength: 63 }, '3 to 63 characters'],
    [{ minLength: 12, maxLength: 12 }, 'Exactly 12 characters'],
    [{ minLength: 1 }, 'At least 1 character'],
    [{ maxLength: 4096 }, 'At most 4,096 characters'],
    [{ minLength: 0, maxLength: 0 }, 'Exactly 0 characters'],
    [{}, undefined],
  ])('says %p as %p', (limits, words) => {
    expect(lengthWords(parameter(limits))).toBe(words);
  });
});

describe('rangeWords', () => {
  it.each([
    [{ minValue: 0, maxValue: 35 }, 'From 0 to 35'],
    [{ minValue: 7, maxValue: 7 }, 'Only 7'],
    [{ minValue: -1 }, '-1 or more'],
    [{ maxValue: 0 }, '0 or less'],
    [{}, undefined],
  ])('says %p as %p', (limits, words) => {
    expect(rangeWords(parameter(limits))).toBe(words);
  });
});

describe('takesAnyValue', () => {
  it('is true only where nothing narrows the value', () => {
    expect(takesAnyValue(parameter())).toBe(true);
    for (const limits of [
      { allowedValues: ['a'] },
      { allowedPattern: 'a' },
      { minLength: 0 },
      { maxValue: 0 },
    ]) {
      expect(takesAnyValue(parameter(limits))).toBe(false);
    }
  });
});

import { useState } from 'react';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  ChosenParameter,
  ProductForm,
  ProductParameter,
  validateValues,
} from '@paved-road/backstage-plugin-paved-road-common';
import { parameter } from '../../__testUtils__/products';
import { ParameterFields } from './ParameterFields';
import { TagFields } from './TagFields';
import { chosenTags, chosenValues, problemsOf, Texts } from './values';

type Groups = ProductForm['groups'];

/** The fields with what would be sent below them. */
function Filled(props: {
  groups: Groups;
  tried?: boolean;
  present?: ChosenParameter[];
}) {
  const { groups, tried = false } = props;
  const [texts, setTexts] = useState<Texts>({});
  const present = props.present
    ? new Map(props.present.map(one => [one.key, one]))
    : undefined;
  return (
    <>
      <ParameterFields
        form={{ groups }}
        texts={texts}
        problems={problemsOf({ groups }, texts, present)}
        tried={tried}
        present={present}
        onChange={(key, text) =>
          setTexts(({ [key]: _, ...others }) =>
            text === undefined ? others : { ...others, [key]: text },
          )
        }
      />
      <output>
        {JSON.stringify(chosenValues({ groups }, texts, present))}
      </output>
    </>
  );
}

function show(
  parameters: ProductParameter[],
  some: { tried?: boolean; present?: ChosenParameter[] } = {},
) {
  render(<Filled groups={[{ parameters }]} {...some} />);
}

const sent = () => JSON.parse(screen.getByRole('status').textContent ?? '');

describe('ParameterFields', () => {
  it('shows the groups of the makers, with labels, descriptions and what is allowed', () => {
    render(
      <Filled
        groups={[
          {
            label: 'Naming',
            parameters: [
              parameter({
                label: 'Name of the bucket',
                description: 'Stands in its address.',
                minLength: 3,
                maxLength: 63,
                allowedPattern: '[a-z]+',
              }),
            ],
          },
          {
            parameters: [
              parameter({ key: 'Zones', type: 'CommaDelimitedList' }),
            ],
          },
        ]}
      />,
    );
    const naming = screen.getByRole('group', { name: 'Naming' });
    expect(
      within(naming).getByRole('textbox', { name: 'Name of the bucket' }),
    ).toHaveAccessibleDescription(
      'Stands in its address. 3 to 63 characters · Matches [a-z]+',
    );
    const others = screen.getByRole('group', { name: 'Other parameters' });
    expect(
      within(others).getByRole('textbox', { name: 'Zones' }),
    ).toHaveAccessibleDescription('Texts, with commas between them');
  });

  it('shows defaults and sends only what is another', async () => {
    show([
      parameter({ key: 'Days', type: 'Number', default: '7', maxValue: 35 }),
      parameter({ key: 'Class', default: 'a', allowedValues: ['a', '', 'b'] }),
      parameter({ key: 'Note', default: 'none' }),
    ]);
    const days = screen.getByRole('spinbutton', { name: 'Days' });
    expect(days).toHaveValue(7);
    expect(sent()).toEqual({});
    await userEvent.clear(days);
    await userEvent.type(days, '14');
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Class' }),
      'Nothing',
    );
    await userEvent.clear(screen.getByRole('textbox', { name: 'Note' }));
    expect(sent()).toEqual({ Days: '14', Class: '', Note: '' });
    await userEvent.clear(days);
    await userEvent.type(days, '7');
    expect(sent()).toEqual({ Class: '', Note: '' });
  });

  it.each<[Partial<ProductParameter>, string | undefined]>([
    [{}, undefined],
    [{ minLength: 3 }, 'ab'],
    [{ maxLength: 3 }, 'abcd'],
    [{ allowedPattern: '[a-z]+', constraintDescription: 'Letters.' }, 'A1'],
    [{ type: 'Number', minValue: 5 }, '4'],
    [{ type: 'List<Number>' }, '1,x'],
    [{ noEcho: true, minLength: 12 }, 'short'],
  ])('says of %p with %p what the backend says', async (some, text) => {
    const one = parameter(some);
    show([one]);
    const field = screen.getByLabelText(/^BucketName/);
    const [{ message }] = validateValues(
      { groups: [{ parameters: [one] }] },
      { values: text === undefined ? {} : { BucketName: text } },
    );
    await userEvent.click(field);
    if (text !== undefined) {
      await userEvent.type(field, text);
    }
    expect(screen.queryByText(message)).toBeNull();
    expect(field).toHaveAttribute('aria-invalid', 'false');
    await userEvent.tab();
    expect(screen.getByText(message)).toBeVisible();
    expect(field).toHaveAttribute('aria-invalid', 'true');
    expect(field).toHaveAccessibleDescription(expect.stringContaining(message));
  });

  it('counts a field that was emptied again as not filled in', async () => {
    show([parameter()], { tried: true });
    const field = screen.getByRole('textbox');
    await userEvent.type(field, 'x');
    expect(field).toHaveAttribute('aria-invalid', 'false');
    await userEvent.clear(field);
    expect(field).toHaveAttribute('aria-invalid', 'true');
    expect(sent()).toEqual({});
  });

  it('leaves in an update as it is what nobody touches', async () => {
    show(
      [
        parameter({ key: 'Days', type: 'Number', default: '1' }),
        parameter({ key: 'Password', noEcho: true }),
        parameter({ key: 'Old' }),
        parameter({ key: 'New' }),
      ],
      {
        tried: true,
        present: [
          { key: 'Days', kept: 'value', value: '7' },
          { key: 'Password', kept: 'secret' },
          { key: 'Old', kept: 'previous' },
        ],
      },
    );
    const days = screen.getByRole('spinbutton', { name: 'Days' });
    expect(days).toHaveValue(7);
    expect(days).toHaveAccessibleDescription('Stays as it is: 7');
    const password = screen.getByLabelText('Password');
    expect(password).toHaveAccessibleDescription(/^Stays as it is, hidden/);
    expect(
      screen.getByRole('textbox', { name: 'Old' }),
    ).toHaveAccessibleDescription(/^Stays as it is; what it is now/);
    expect(
      screen.getByRole('textbox', { name: 'New' }),
    ).toHaveAccessibleDescription(/^Give a value/);
    await userEvent.clear(days);
    await userEvent.type(days, '1');
    await userEvent.type(password, 'p');
    expect(days).toHaveAccessibleDescription('Is now 7');
    expect(password).toHaveAccessibleDescription(/^Will be replaced/);
    expect(sent()).toEqual({ Days: '1', Password: 'p' });
    await userEvent.click(
      screen.getByRole('button', { name: 'Leave Days as it is' }),
    );
    await userEvent.clear(password);
    expect(days).toHaveValue(7);
    expect(sent()).toEqual({});
  });

  it('says that a value that stays does not fit another version', () => {
    show([parameter({ key: 'Class', allowedValues: ['a'] })], {
      tried: true,
      present: [{ key: 'Class', kept: 'value', value: 'z' }],
    });
    const field = screen.getByRole('combobox', { name: 'Class' });
    expect(field).toHaveDisplayValue('z (not allowed)');
    expect(field).toHaveAccessibleDescription(/^Choose one of a/);
  });
});

describe('TagFields', () => {
  it('asks for one value each; what leaves no choice is chosen already', async () => {
    const form = {
      tagOptions: [
        { key: 'team', values: ['payments'] },
        { key: 'cost-centre', values: ['1', '2'] },
        { key: 'contradicted', values: [] },
      ],
    };
    const Tags = () => {
      const [texts, setTexts] = useState<Texts>({});
      return (
        <>
          <TagFields
            form={form}
            texts={texts}
            tried
            onChange={(key, value) => setTexts({ ...texts, [key]: value })}
          />
          <output>{JSON.stringify(chosenTags(form, texts))}</output>
        </>
      );
    };
    render(<Tags />);
    expect(screen.getAllByRole('combobox')).toHaveLength(2);
    expect(sent()).toEqual({ team: 'payments' });
    const field = screen.getByRole('combobox', { name: 'cost-centre' });
    expect(field).toHaveAccessibleDescription('Choose a value');
    await userEvent.selectOptions(field, '2');
    expect(field).not.toHaveAccessibleDescription();
    expect(sent()).toEqual({ team: 'payments', 'cost-centre': '2' });
  });
});

export interface IbanCheck {
  country: string;
  valid: boolean;
}

/** Whether the check digits fit the rest (ISO 13616), not whether the account exists. */
export function checkIban(text: string): IbanCheck {
  const iban = text.replaceAll(' ', '').toUpperCase();
  if (!/^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$/.test(iban)) {
    return { country: iban.slice(0, 2), valid: false };
  }
  const digits = [...iban.slice(4), ...iban.slice(0, 4)]
    .map(character => parseInt(character, 36))
    .join('');
  const remainder = [...digits].reduce(
    (rest, digit) => (rest * 10 + Number(digit)) % 97,
    0,
  );
  return { country: iban.slice(0, 2), valid: remainder === 1 };
}

import { Lazy, type TerraformElement, Token } from "cdktf";

/** The address of an element of the stack as text, also when it gets a name of its own later. */
export const addressOf = (type: string, element: TerraformElement): string =>
  `${type}.${Lazy.stringValue({ produce: () => element.friendlyUniqueId })}`;

/** An expression without its braces, for what OpenTofu reads as a reference and not as a template. */
export const bare = (expression: unknown): string =>
  Lazy.stringValue({ produce: (context) => String(context.resolve(expression)).replace(/^\$\{([^]*)\}$/, "$1") });

/** Text as an operand inside of an expression, where a token stands by itself and a literal needs quotes. */
export const operand = (text: string): string => (Token.isUnresolved(text) ? text : JSON.stringify(text));

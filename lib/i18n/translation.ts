/** The same tree of keys as `Original` with any words: makes a missing or a surplus key a type error. */
export type Translation<Original> = {
  readonly [Key in keyof Original]: Original[Key] extends string ? string : Translation<Original[Key]>;
};

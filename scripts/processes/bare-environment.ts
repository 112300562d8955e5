/** An environment of only these variables: a program that needs none of our secrets gets none. */
export function bareEnvironment(variables: Record<string, string | undefined> = {}): NodeJS.ProcessEnv {
  // Next's types ask for NODE_ENV in every environment; other programs do not.
  return variables as NodeJS.ProcessEnv;
}

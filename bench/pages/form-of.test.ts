import { expect, test } from "vitest";
import { formOf } from "./form-of";

const page = `<form action="/search"><input type="search" name="query" value="x"/></form>
<form method="POST"><input type="hidden" name="$ACTION_1:0" value="{&quot;id&quot;:&quot;a&amp;b&quot;}"/>
<input type="radio" name="strategy" value="one"/><input checked="" type="radio" name="strategy" value="two"/>
<input type="checkbox" name="learn" value="on"/><input id="n" inputMode="numeric" name="days" value="14"/>
<input name="budget"/></form>`;

test("a form gives its hidden fields, what is filled in and what is chosen, and nothing of other forms", () => {
  expect(formOf(page, "days")).toEqual({
    "$ACTION_1:0": '{"id":"a&b"}',
    strategy: "two",
    days: "14",
    budget: "",
  });
  expect(() => formOf(page, "nothing")).toThrow("no form with a field nothing");
});

export * from "./core";
export * from "./enums";
export * from "./imports";
export * from "./inquiries";
export * from "./mail";
export * from "./patients";
export * from "./staff";
export * from "./therapists";

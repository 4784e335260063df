/** As much of Angular as directives without code need; an app brings the real one. */
declare module '@angular/core' {
  export interface ɵɵDirectiveDeclaration<
    _Directive,
    _Selector extends string,
    _ExportAs,
    _Inputs extends Record<string, string>,
    _Outputs,
    _QueryFields,
    _NgContentSelectors,
    _IsStandalone extends boolean,
    _HostDirectives,
  > {
    readonly brand?: never;
  }
  export class ElementRef {
    readonly nativeElement: unknown;
  }
  export function inject(token: typeof ElementRef): ElementRef;
  export const ɵɵFactoryTarget: { readonly Directive: number };
  export function ɵɵngDeclareFactory(declaration: object): unknown;
  export function ɵɵngDeclareDirective(declaration: object): never;
}

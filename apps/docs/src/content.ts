/** A piece of the reference that a link can lead to. */
export interface Section {
  /** Its anchor. */
  id: string;
  /** Its heading, as text. */
  title: string;
  /** The content below the heading, in HTML. */
  html: string;
}

/** What the contract says about one response. */
interface ResponseSection {
  status: number;
  html: string;
}

/**
 * The content column of the reference: everything that is rendered from the contract's prose and schemas, in HTML without classes of
 * the renderer. The page around it relies on nothing else, so that another renderer can replace Redoc.
 */
export interface Content {
  /** The introduction, up to its first heading. */
  introduction: string;
  /** The sections of the introduction, one for each heading. */
  sections: readonly Section[];
  /** The operation with its description. */
  operation: Section;
  /** The parameters and the body. */
  request: Section;
  /** The heading of the responses; their content is in {@link Content.responses}. */
  responsesHeading: Omit<Section, 'html'>;
  responses: readonly ResponseSection[];
  /** Each snippet of code, coloured, by its key. */
  code: ReadonlyMap<string, string>;
}

/** Code to colour: a sample or an example. */
export interface Snippet {
  key: string;
  /** The programming language, as `x-codeSamples` names it. */
  lang: string;
  source: string;
}

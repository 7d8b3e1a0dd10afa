namespace ApiSpec.Language.Diagnostics;

/// <summary>Every diagnostic that can be reported. Ids are never used again: a new rule takes the next free one of its range.</summary>
/// <remarks>
/// 0001-0099 the file and its YAML, 0100-0199 keys, rows and types, 0200-0299 files seen together, 0300-0399 usage examples, 0900-0999 the project
/// and the generator itself: a file for each range, the first of them here. A rule has a page in <c>generator/docs</c> and a line in <c>AnalyzerReleases.Unshipped.md</c>.
/// </remarks>
internal static partial class SpecRules
{
    public static readonly SpecRule FileTooLarge = new(
        "APISPEC0001", "A file that is too large",
        "This file has {0} characters; a spec has at most {1}. Put one section of the reference in each file.");

    public static readonly SpecRule NestingTooDeep = new(
        "APISPEC0002", "Nesting that is too deep",
        "Values stand more than {0} levels deep here; give the inner table a name under 'schemas:'");

    public static readonly SpecRule TooManyDiagnostics = new(
        "APISPEC0003", "More diagnostics than are shown",
        "This file has {0} more diagnostics; fix the first ones to see them");

    public static readonly SpecRule NotATable = new(
        "APISPEC0004", "A file that holds no keys",
        "A spec is a list of keys such as 'request:' and 'response:', one a line; this file {0}");

    public static readonly SpecRule NotYaml = new(
        "APISPEC0005", "Text that is not YAML",
        "The YAML cannot be read from here on; rows stand exactly below each other as 'name: text', and a text with special characters stands in quotes");

    public static readonly SpecRule TabIndentation = new(
        "APISPEC0006", "A tab before the text of a line",
        "A tab cannot indent a line in YAML; use spaces");

    public static readonly SpecRule TagNotSupported = new(
        "APISPEC0007", "A YAML tag",
        "'{0}' is a YAML tag, which specs do not use; put a text that begins with '!' in quotes");

    public static readonly SpecRule AnchorNotSupported = new(
        "APISPEC0008", "A YAML anchor or alias",
        "'{0}' is a YAML anchor or alias, which specs do not use; put a text that begins with '{1}' in quotes, and share rows with 'schemas:' or 'use:'");

    public static readonly SpecRule MergeKeyNotSupported = new(
        "APISPEC0009", "A YAML merge key",
        "The merge key '<<' is not used in specs; share rows with 'schemas:' or 'use:'");

    public static readonly SpecRule SecondDocument = new(
        "APISPEC0010", "End of the YAML document",
        "{0}; {1}");

    public static readonly SpecRule DirectiveNotSupported = new(
        "APISPEC0011", "A YAML directive",
        "'{0}' is a YAML directive, which specs do not use; remove the line");

    public static readonly SpecRule ColonInText = new(
        "APISPEC0012", "A colon inside a text",
        "': ' inside a text looks like another key; put all that stands behind the key in quotes");

    public static readonly SpecRule CommentCutsText = new(
        "APISPEC0013", "A text that ends at a comment",
        "The text ends here, because ' #' begins a comment; put the text in quotes, or two spaces before a comment",
        SpecSeverity.Warning);

    public static readonly SpecRule CutAtComma = new(
        "APISPEC0014", "A text cut at a comma",
        "'{0}' has no value: inside {{ }} the text was cut at the comma; put the text in quotes or on a line of its own");

    public static readonly SpecRule ReservedCharacter = new(
        "APISPEC0015", "A text that begins with a special character",
        "A text cannot begin with '{0}' unless it stands in quotes");

    public static readonly SpecRule TextInBrackets = new(
        "APISPEC0016", "A text that begins with a bracket",
        "'{0}' at the beginning of a text starts a {1}; put the text in quotes");

    public static readonly SpecRule DuplicateKey = new(
        "APISPEC0017", "A key that stands twice",
        "'{0}' already stands on line {1}");

    public static readonly SpecRule KeyNotText = new(
        "APISPEC0018", "A key that is not a text",
        "A key is a text on one line; put a key with special characters in quotes");

    public static readonly SpecRule UnclosedQuote = new(
        "APISPEC0019", "A quotation mark without its partner",
        "The text in quotes that begins here does not end; close it with {0}");

    public static readonly SpecRule UnclosedBracket = new(
        "APISPEC0020", "A bracket without its partner",
        "'{0}' is not closed by '{1}'; put a text that holds '{0}' in quotes");

    public static readonly SpecRule TextAfterQuote = new(
        "APISPEC0021", "Text behind a text in quotes",
        "The text in quotes ended before this; put the whole text in quotes and double the quotation marks inside it, or use the other kind");

    public static readonly SpecRule WrongIndentation = new(
        "APISPEC0022", "A line that is indented wrongly",
        "This line is indented {0}; rows of one table start in the same column");

    public static readonly SpecRule RowsBelowText = new(
        "APISPEC0023", "Rows below a text",
        "The key above already has a text on its own line, so no rows can stand below it; remove one of the two, or put a text that runs on in quotes{0}");

    public static readonly SpecRule MissingColon = new(
        "APISPEC0024", "A line without a colon",
        "'{0}' has no ': ' behind its key");

    public static readonly SpecRule UnknownEscape = new(
        "APISPEC0025", "A backslash in double quotes",
        "'{0}' means nothing in double quotes; use single quotes, or double the backslash");

    public static readonly SpecRule BracketInBraces = new(
        "APISPEC0026", "A special character inside { } or [ ]",
        "'{0}' cannot stand unquoted inside {{ }} or [ ]; put the text in quotes");

    public static readonly SpecRule TextBesideBlockMark = new(
        "APISPEC0027", "Text beside the mark of a block",
        "The lines of a text that begins with '{0}' stand below the key, indented; put a text that begins with '{0}' in quotes");

    public static readonly SpecRule ControlCharacter = new(
        "APISPEC0028", "A control character",
        "The character U+{0} cannot stand in a spec; remove it, or write it as an escape in double quotes");

    public static readonly SpecRule NameTooLong = new(
        "APISPEC0029", "A key that is too long",
        "A key has at most {0} characters, and the keys that lead to a row at most {1} together");

    public static readonly SpecRule MarkBehindQuotedName = new(
        "APISPEC0030", "A mark behind a name in quotes",
        "'{0}' belongs to the name, and stands inside its quotation marks: {1}");

    public static readonly SpecRule DashBeforeRow = new(
        "APISPEC0031", "A dash before a row",
        "'- ' begins an item of a list, and the lines above it are the rows of a table; remove the dash");

    public static readonly SpecRule StrayCharacter = new(
        "APISPEC0032", "Character of a PDF file in a name or value",
        "'{0}' contains {1}; {2}");

    public static readonly SpecRule LookAlikeLetter = new(
        "APISPEC0033", "Letter of another script in a Latin word",
        "'{0}' contains {1} and is read as '{2}'; write '{2}'", SpecSeverity.Warning);
}

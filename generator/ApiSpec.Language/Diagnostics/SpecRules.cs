namespace ApiSpec.Language.Diagnostics;

/// <summary>Every diagnostic that can be reported. Ids are never reused: a new rule gets the next free id of its range.</summary>
/// <remarks>
/// 0001-0099 the file and its YAML, 0100-0199 keys, rows and types, 0200-0299 files together, 0300-0399 usage examples, 0400-0499 code that calls a client,
/// 0900-0999 the project and the generator itself. Each range has a file; the first is here. A rule has a page in <c>generator/docs</c> and a line in
/// <c>AnalyzerReleases.Unshipped.md</c>.
/// </remarks>
internal static partial class SpecRules
{
    public static readonly SpecRule FileTooLarge = new(
        "APISPEC0001", "File that is too large",
        "This file has {0} characters, and the limit is {1}; put each section of the reference in a separate file");

    public static readonly SpecRule NestingTooDeep = new(
        "APISPEC0002", "Nesting that is too deep",
        "Values are nested more than {0} levels deep here; give the inner table a name under 'schemas:'");

    public static readonly SpecRule TooManyDiagnostics = new(
        "APISPEC0003", "More diagnostics than the build shows",
        "This file has {0} more diagnostics; fix the first ones to see them");

    public static readonly SpecRule NotATable = new(
        "APISPEC0004", "File without keys",
        "This file {0}; write keys such as {1}, each on a separate line");

    public static readonly SpecRule NotYaml = new(
        "APISPEC0005", "Text that is not YAML",
        "The YAML cannot be read from here on; align rows as 'name: text', and quote values with special characters");

    public static readonly SpecRule TabIndentation = new(
        "APISPEC0006", "Tab before the text of a line",
        "YAML does not allow a tab as indentation; use spaces");

    public static readonly SpecRule TagNotSupported = new(
        "APISPEC0007", "YAML tag",
        "'{0}' is a YAML tag, which specs do not use; put a value that starts with '!' in quotes");

    public static readonly SpecRule AnchorNotSupported = new(
        "APISPEC0008", "YAML anchor or alias",
        "'{0}' is a YAML anchor or alias; quote values that start with '{1}', or share rows with 'schemas:' or 'use:'");

    public static readonly SpecRule MergeKeyNotSupported = new(
        "APISPEC0009", "YAML merge key",
        "Specs do not use the merge key '<<'; share rows with 'schemas:' or 'use:'");

    public static readonly SpecRule SecondDocument = new(
        "APISPEC0010", "End of the YAML document",
        "{0}; {1}");

    public static readonly SpecRule DirectiveNotSupported = new(
        "APISPEC0011", "YAML directive",
        "'{0}' is a YAML directive, which specs do not use; remove the line");

    public static readonly SpecRule ColonInText = new(
        "APISPEC0012", "Colon in an unquoted value",
        "': ' in unquoted text starts a new key; put the whole value in quotes");

    public static readonly SpecRule CommentCutsText = new(
        "APISPEC0013", "Value that ends at a comment",
        "' #' starts a comment and ends the value; put the value in quotes, or two spaces before the comment",
        SpecSeverity.Warning);

    public static readonly SpecRule CutAtComma = new(
        "APISPEC0014", "Value that ends at a comma",
        "Inside {{ }}, a comma ended the value before '{0}'; quote the value, or write it on a separate line");

    public static readonly SpecRule ReservedCharacter = new(
        "APISPEC0015", "Value that starts with a special character",
        "A value cannot start with '{0}'; put the value in quotes");

    public static readonly SpecRule TextInBrackets = new(
        "APISPEC0016", "Value that starts with a bracket",
        "A value that starts with '{0}' is read as a {1}; {2}");

    public static readonly SpecRule DuplicateKey = new(
        "APISPEC0017", "Repeated key",
        "Key '{0}' is already on line {1}; rename or remove one of the two");

    public static readonly SpecRule KeyNotText = new(
        "APISPEC0018", "Key that is not plain text",
        "A key must be text on a single line; put a key with special characters in quotes");

    public static readonly SpecRule UnclosedQuote = new(
        "APISPEC0019", "Unclosed quotation mark",
        "The quoted text that starts here is not closed; close it with {0}");

    public static readonly SpecRule UnclosedBracket = new(
        "APISPEC0020", "Unclosed bracket",
        "'{0}' is not closed by '{1}'; put a value that contains '{0}' in quotes");

    public static readonly SpecRule TextAfterQuote = new(
        "APISPEC0021", "Text after a closing quotation mark",
        "The quoted text ended before this; quote the whole value with the other kind of quotation marks");

    public static readonly SpecRule WrongIndentation = new(
        "APISPEC0022", "Wrong indentation",
        "This line is indented {0}; {1}");

    public static readonly SpecRule RowsBelowText = new(
        "APISPEC0023", "Rows under a key that has a value",
        "The key above already has a value; {0}");

    public static readonly SpecRule MissingColon = new(
        "APISPEC0024", "Line without a colon",
        "'{0}' has no colon and space after its key; {1}");

    public static readonly SpecRule UnknownEscape = new(
        "APISPEC0025", "Backslash in double quotes",
        "'{0}' is not an escape sequence; use single quotes, or double the backslash");

    public static readonly SpecRule BracketInBraces = new(
        "APISPEC0026", "Special character inside { } or [ ]",
        "'{0}' cannot be unquoted inside {{ }} or [ ]; put the value in quotes");

    public static readonly SpecRule TextBesideBlockMark = new(
        "APISPEC0027", "Text on the line of a block indicator",
        "Text after '{0}' belongs on the next lines, indented; put a value that starts with '{0}' in quotes");

    public static readonly SpecRule ControlCharacter = new(
        "APISPEC0028", "Control character",
        "A spec cannot contain the character U+{0}; remove it, or write it as an escape in double quotes");

    public static readonly SpecRule NameTooLong = new(
        "APISPEC0029", "Key that is too long",
        "A key has at most {0} characters, and the path of keys to a row at most {1}; shorten it");

    public static readonly SpecRule MarkBehindQuotedName = new(
        "APISPEC0030", "Suffix after a quoted name",
        "'{0}' belongs inside the quotation marks of the name; write {1}");

    public static readonly SpecRule DashBeforeRow = new(
        "APISPEC0031", "Dash before a row",
        "'- ' starts a list item, but the lines above are table rows; remove the dash");

    public static readonly SpecRule StrayCharacter = new(
        "APISPEC0032", "PDF character in a name or value",
        "'{0}' contains {1}; {2}");

    public static readonly SpecRule LookAlikeLetter = new(
        "APISPEC0033", "Letter of another script in a Latin word",
        "'{0}' contains {1} and is read as '{2}'; write '{2}'", SpecSeverity.Warning);
}

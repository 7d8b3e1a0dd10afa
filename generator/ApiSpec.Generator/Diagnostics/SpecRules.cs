namespace ApiSpec.Generator.Diagnostics;

/// <summary>Every mistake that can be reported. Ids are never used again: a new rule takes the next free one of its range.</summary>
/// <remarks>
/// 0001-0099 the file and its YAML, 0100-0199 keys, rows and types, 0200-0299 files seen together, 0300-0399 usage examples, 0900-0999 the project
/// and the generator itself. A rule has a page in <c>generator/docs</c> and a line in <c>AnalyzerReleases.Unshipped.md</c>.
/// </remarks>
internal static class SpecRules
{
    // 0001-0099: the file and its YAML

    public static readonly SpecRule FileTooLarge = new(
        "APISPEC0001", "A file that is too large",
        "This file has {0} characters; a spec has at most {1}. Put one section of the reference in each file.");

    public static readonly SpecRule NestingTooDeep = new(
        "APISPEC0002", "Nesting that is too deep",
        "Values stand more than {0} levels deep here; give the inner table a name under 'schemas:'");

    public static readonly SpecRule TooManyMistakes = new(
        "APISPEC0003", "More mistakes than are shown",
        "This file has {0} more mistakes, which are shown once the first ones are mended");

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
        "APISPEC0010", "A second YAML document",
        "A second document begins here; put it in a file of its own, or in quotes if it is text");

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
        "This line is indented like no line above it that it could belong to; rows of one table stand exactly below each other");

    public static readonly SpecRule RowsBelowText = new(
        "APISPEC0023", "Rows below a text",
        "The key above already has a text on its own line, so no rows can stand below it; remove one of the two, or put a text that runs on in quotes");

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

    // 0100-0199: keys, rows and types

    public static readonly SpecRule UnknownKey = new(
        "APISPEC0100", "Unknown key",
        "Unknown key '{0}'{1}");

    public static readonly SpecRule MissingKey = new(
        "APISPEC0101", "A key that is needed",
        "{0} needs '{1}'{2}");

    public static readonly SpecRule MissingValue = new(
        "APISPEC0102", "A key without a value",
        "'{0}' has no value; write one, or leave the key out");

    public static readonly SpecRule WrongShape = new(
        "APISPEC0103", "A value of the wrong shape",
        "'{0}' takes {1}, not {2}");

    public static readonly SpecRule MixedFile = new(
        "APISPEC0104", "A file of two kinds",
        "'client:' makes this an API file and 'request:' a section; put them in two files");

    public static readonly SpecRule WrongWord = new(
        "APISPEC0105", "A word that is not one of those that can stand here",
        "'{0}' is none of {1}{2}");

    public static readonly SpecRule InvalidName = new(
        "APISPEC0106", "A name that C# cannot use",
        "'{0}' cannot be {1}: {2}");

    public static readonly SpecRule RepeatedItem = new(
        "APISPEC0107", "An item that stands twice",
        "'{0}' already stands in this list");

    public static readonly SpecRule Contradiction = new(
        "APISPEC0108", "Two things that exclude each other",
        "{0} and {1} exclude each other");

    public static readonly SpecRule InvalidRequest = new(
        "APISPEC0110", "A request line that cannot be read",
        "The request line cannot be read: {0}");

    public static readonly SpecRule UnknownMethod = new(
        "APISPEC0111", "Unknown HTTP method",
        "Unknown HTTP method '{0}'{1}");

    public static readonly SpecRule PlaceholderWithoutRow = new(
        "APISPEC0112", "A placeholder without a row",
        "'{{{0}}}' has no row under 'path:'{1}");

    public static readonly SpecRule RowWithoutPlaceholder = new(
        "APISPEC0113", "A path row without a placeholder",
        "'{0}' is not in the path of the request; write '{{{0}}}' there{1}");

    public static readonly SpecRule ForgottenBraces = new(
        "APISPEC0114", "A path value without braces",
        "'{0}' is the name of a path value; write '{{{0}}}'");

    public static readonly SpecRule DerivedOperation = new(
        "APISPEC0115", "An operation named after its request line",
        "This operation is called '{0}', after its request line; 'operation: {0}' makes the name its own",
        SpecSeverity.Info);

    public static readonly SpecRule UnnamedOperation = new(
        "APISPEC0116", "An operation without a name",
        "No name for this operation follows from its request line; give it one with 'operation: Group.Method'");

    public static readonly SpecRule InvalidType = new(
        "APISPEC0120", "A type that cannot be read",
        "The type cannot be read: {0}");

    public static readonly SpecRule UnexpectedText = new(
        "APISPEC0121", "Text in a row that is no part of it",
        "'{0}' means nothing here{1}; a description begins with ' - '");

    public static readonly SpecRule InvalidRange = new(
        "APISPEC0122", "A range that cannot be read",
        "'{0}' is no range: {1}");

    public static readonly SpecRule RangeNotAllowed = new(
        "APISPEC0123", "A range that its type cannot have",
        "The type {0} has no range; ranges limit the length of a string, the value of a number and the count of a list");

    public static readonly SpecRule FlagNotAllowed = new(
        "APISPEC0124", "A flag in the wrong place",
        "'{0}' cannot stand here; it is {1}");

    public static readonly SpecRule TypeNotAllowed = new(
        "APISPEC0125", "A type in the wrong place",
        "The type {0} cannot stand here; {1}");

    public static readonly SpecRule WrongConstant = new(
        "APISPEC0126", "A value that does not fit its type",
        "'{0}' does not fit: {1}");

    public static readonly SpecRule EnumWithoutValues = new(
        "APISPEC0127", "An enum without values",
        "An enum needs its values: 'enum debug|release', or a row with 'type: enum' and 'values:'");

    public static readonly SpecRule RepeatedValue = new(
        "APISPEC0128", "An enum value that stands twice",
        "The value '{0}' already stands in this enum");

    public static readonly SpecRule DuplicateRow = new(
        "APISPEC0129", "Two rows with the same name",
        "'{0}' is already a row of this table");

    public static readonly SpecRule InvalidReference = new(
        "APISPEC0130", "A reference that cannot be read",
        "'{0}' names no operation; write 'Group.Method', as in 'Tasks.Get'");

    public static readonly SpecRule InvalidPattern = new(
        "APISPEC0131", "A pattern that cannot be read",
        "'{0}' is no pattern; it has one '*' for what varies, and some text before or behind it");

    public static readonly SpecRule NoKeyOfRow = new(
        "APISPEC0132", "A key that a row does not have",
        "'{0}' is no key of a row{1}");

    public static readonly SpecRule KeyBesideRows = new(
        "APISPEC0133", "A key beside rows",
        "'{0}' stands among rows here, and so it is one; put the rows below 'members:', and '{0}' beside that");

    public static readonly SpecRule ConstantOfOptional = new(
        "APISPEC0134", "A constant of what may be left out",
        "'= {0}' says that '{1}' is always this; for the value that the server takes when none is given write 'default: {0}'", SpecSeverity.Warning);

    public static readonly SpecRule InvalidStatus = new(
        "APISPEC0140", "A status that cannot be read",
        "'{0}' is no status; {1}");

    public static readonly SpecRule CodeOutOfRange = new(
        "APISPEC0141", "A status code that does not exist",
        "{0} is no HTTP status code; they run from 100 to 599");

    public static readonly SpecRule DuplicateCode = new(
        "APISPEC0142", "A status code that stands twice",
        "{0} already stands in this table");

    public static readonly SpecRule NoSuccess = new(
        "APISPEC0143", "A status table without success",
        "No status of this table is a success; add the 2xx row, or write 'status: unknown' when the page does not show it");

    public static readonly SpecRule NameWithoutRow = new(
        "APISPEC0150", "A name that no row has",
        "No {1} of this section is called '{0}'{2}");

    public static readonly SpecRule TooFewNames = new(
        "APISPEC0151", "A choice of one",
        "'{0}' chooses among two names or more");

    public static readonly SpecRule InvalidDuration = new(
        "APISPEC0152", "A length of time that cannot be read",
        "'{0}' is no length of time; write '1000s', '30m', '12h' or '7d'");

    public static readonly SpecRule InvalidAddress = new(
        "APISPEC0153", "An address that cannot be read",
        "'{0}' is no address; write one such as 'http://localhost:22015', or a path that begins with '/'");

    public static readonly SpecRule InvalidFormat = new(
        "APISPEC0154", "A date format that .NET does not know",
        "'{0}' is no date and time format of .NET, such as \"yyyy-MM-ddTHH:mm:sszzz\"");

    public static readonly SpecRule InvalidAuthentication = new(
        "APISPEC0155", "A way to log in that cannot be read",
        "'{0}' is no way to log in; write 'basic', 'bearer', 'header X-Api-Key', or a mapping with 'session:' or 'token:'");

    public static readonly SpecRule PartsWithoutMultipart = new(
        "APISPEC0156", "Parts without a multipart body",
        "'parts:' describes a form; write 'body: multipart/form-data' or 'body: application/x-www-form-urlencoded', as the page has it");

    public static readonly SpecRule WithoutSharedType = new(
        "APISPEC0157", "Values for a table that is not shared",
        "'with' says what this page prints for a shared table; name one with 'response:', or put the constants into the rows");

    public static readonly SpecRule UnreadableMemberValue = new(
        "APISPEC0158", "A value that cannot be read",
        "'{0}' is neither '= value' nor 'link Group.Method'");

    public static readonly SpecRule BodyOfGet = new(
        "APISPEC0159", "A body that few servers read",
        "The body of a {0} request means nothing in HTTP, and servers may refuse it; is this another method, or are these query parameters?", SpecSeverity.Warning);

    public static readonly SpecRule RequiredWithoutSharedBody = new(
        "APISPEC0160", "Required members of a table that is not shared",
        "'required' says which members of a shared table must be given; name one with 'body:', or put a '?' behind the name of each row that may be left out");

    public static readonly SpecRule InvalidNumber = new(
        "APISPEC0161", "A number of occurrences that cannot be read",
        "'{0}' is no number of occurrences; write '1', '0 to n', '1 to n' or '0 to 3'");

    public static readonly SpecRule NumberWithoutAlternatives = new(
        "APISPEC0162", "Numbers of what has no alternatives",
        "'number' says how often each alternative occurs in a list; the type is 'A | B'");

    // 0200-0299: files seen together

    public static readonly SpecRule UnknownSchema = new(
        "APISPEC0200", "Unknown type",
        "Unknown type '{0}'{1}");

    public static readonly SpecRule UnknownRole = new(
        "APISPEC0201", "Unknown role",
        "Role '{0}' is not among the roles of the API file{1}");

    public static readonly SpecRule UnknownParameterSet = new(
        "APISPEC0202", "Unknown parameter set",
        "Parameter set '{0}' is not among the sets of the API file{1}");

    public static readonly SpecRule DuplicateOperation = new(
        "APISPEC0203", "Two operations with the same name",
        "Operation '{0}' is also described in {1}; give one of them another name");

    public static readonly SpecRule DuplicateRequest = new(
        "APISPEC0204", "Two operations with the same request",
        "'{0}' is also described in {1}");

    public static readonly SpecRule DuplicateSchema = new(
        "APISPEC0205", "Two schemas with the same name",
        "Schema '{0}' is also described in {1}");

    public static readonly SpecRule DuplicateApi = new(
        "APISPEC0206", "Two API files with the same id",
        "API '{0}' is also described in {1}; sections cannot tell which one they belong to");

    public static readonly SpecRule UnknownApi = new(
        "APISPEC0207", "Unknown API",
        "No API file of this project has the id '{0}'{1}");

    public static readonly SpecRule InfiniteSchema = new(
        "APISPEC0208", "A schema that can never be finite",
        "Schema '{0}' contains itself through {1}; make the member optional, nullable, a list or a map");

    public static readonly SpecRule NameCollision = new(
        "APISPEC0209", "Two C# names that are the same",
        "'{0}' becomes the C# name '{1}', which '{2}' already has; {3}");

    public static readonly SpecRule HidesImplicitUsing = new(
        "APISPEC0210", "A C# name that hides a common type",
        "'{0}' would hide the .NET type {1} in every file that uses it; choose another C# name with 'csharp:'");

    public static readonly SpecRule UnresolvedReference = new(
        "APISPEC0211", "A reference to a section that is not in the project",
        "'{0}' is not in this project; {1}", SpecSeverity.Info);

    public static readonly SpecRule SameAsWithoutBody = new(
        "APISPEC0212", "A body that is the same as nothing",
        "'{0}' has no {1} to be the same as");

    public static readonly SpecRule AmbiguousApi = new(
        "APISPEC0213", "A section that could belong to several APIs",
        "This project has several API files ({0}); say with 'api:' which one this file belongs to");

    public static readonly SpecRule UnknownEdition = new(
        "APISPEC0214", "Unknown edition",
        "'{0}' is not among the manuals of the API file{1}", SpecSeverity.Warning);

    public static readonly SpecRule NoIdentifier = new(
        "APISPEC0215", "A name that cannot become a C# name",
        "'{0}' cannot become a C# name; choose one with 'csharp:'");

    public static readonly SpecRule WrongTypeArguments = new(
        "APISPEC0216", "Wrong number of type arguments",
        "The number of type arguments of schema '{0}' is {1}, and here it is {2}");

    public static readonly SpecRule NotARecord = new(
        "APISPEC0217", "A body that is not an object",
        "{0} must be a member table or a schema with one");

    public static readonly SpecRule BadNamespace = new(
        "APISPEC0218", "A namespace that C# does not allow",
        "'{0}' is not a C# namespace");

    public static readonly SpecRule UnknownMember = new(
        "APISPEC0219", "Unknown member",
        "'{0}' is not a member of {1}{2}");

    public static readonly SpecRule MemberValueMismatch = new(
        "APISPEC0220", "A value that its member cannot have",
        "'{0}' cannot be the value of '{1}': {2}");

    public static readonly SpecRule TooManyRoles = new(
        "APISPEC0221", "More roles than an API can have",
        "'{0}' is one role too many: the roles of an API are flags of one enum, which has room for 63");

    public static readonly SpecRule ChoiceOfRequired = new(
        "APISPEC0222", "A choice of what must always be given",
        "'{0}' must always be given, so no rule can tell when it may be left out; put a '?' behind its name where it stands");

    public static readonly SpecRule UnfollowablePaging = new(
        "APISPEC0223", "Pages that cannot be followed",
        "No method reads page after page, since {0}", SpecSeverity.Warning);

    public static readonly SpecRule TooMuchCode = new(
        "APISPEC0224", "More code than a build could take",
        "The use of {0} would write out here once more what is written out very often already; use it less, or split the API into several");

    public static readonly SpecRule UntypedFilter = new(
        "APISPEC0230", "A filter that nothing types",
        "'{0}' is taken as text: the response has no list of a table whose members it could be about", SpecSeverity.Info);

    public static readonly SpecRule CodeWithoutWords = new(
        "APISPEC0231", "A code that nothing describes",
        "The status table of the API file has no {0}; describe the code there, or write '{0} message: text' here", SpecSeverity.Warning);

    public static readonly SpecRule TwoClientsOfOneName = new(
        "APISPEC0232", "Two clients with the same name",
        "This project has another client called {0}, in {1}; give all its sections the same 'api:', or none", SpecSeverity.Warning);

    public static readonly SpecRule HeaderOfClient = new(
        "APISPEC0233", "A header that the client decides",
        "The client sets '{0}' itself, and not to '{1}': {2}", SpecSeverity.Warning);

    public static readonly SpecRule NotGenerated = new(
        "APISPEC0290", "Something that no client could have",
        "{0} cannot be generated: {1}");

    // 0300-0399: usage examples

    public static readonly SpecRule ExampleUnreadable = new(
        "APISPEC0300", "A usage example that is not HTTP",
        "{0}");

    public static readonly SpecRule ExampleMethod = new(
        "APISPEC0301", "A usage example with another method",
        "The example sends {0}, and the section describes {1}");

    public static readonly SpecRule ExamplePath = new(
        "APISPEC0302", "A usage example with another path",
        "The path of the example does not match '{0}'");

    public static readonly SpecRule ExampleUnknownParameter = new(
        "APISPEC0303", "A usage example with an undescribed parameter",
        "The example sends the {0} '{1}', which the section does not describe{2}", SpecSeverity.Warning);

    public static readonly SpecRule ExampleMissingParameter = new(
        "APISPEC0304", "A usage example without a required parameter",
        "The example does not send the {0} '{1}', which the section requires", SpecSeverity.Warning);

    public static readonly SpecRule ExampleValue = new(
        "APISPEC0305", "A usage example with a value of another type",
        "'{0}' cannot be the value of '{1}': {2}");

    public static readonly SpecRule ExampleStatus = new(
        "APISPEC0306", "A usage example with an unlisted status",
        "The example shows status {0}, which the status table does not list");

    public static readonly SpecRule ExampleStatusMessage = new(
        "APISPEC0307", "A usage example with another status message",
        "The example says '{0}' where the status table says '{1}'", SpecSeverity.Warning);

    public static readonly SpecRule ExampleJson = new(
        "APISPEC0308", "A usage example whose body is not JSON",
        "{0}");

    public static readonly SpecRule ExampleMissingMember = new(
        "APISPEC0309", "A usage example without a required member",
        "The example lacks '{0}', which {1} requires; write '{0}?' if it may be left out");

    public static readonly SpecRule ExampleUnknownMember = new(
        "APISPEC0310", "A usage example with an undescribed member",
        "The example has '{0}', which {1} does not describe{2}", SpecSeverity.Warning);

    public static readonly SpecRule ExampleMemberType = new(
        "APISPEC0311", "A usage example with a member of another type",
        "'{0}' is {1} in the example, and {2} in the schema{3}");

    public static readonly SpecRule ExampleEnumValue = new(
        "APISPEC0312", "A usage example with an unlisted value",
        "'{0}' is not among the values of '{1}'{2}", SpecSeverity.Warning);

    public static readonly SpecRule ExampleUnexpectedBody = new(
        "APISPEC0313", "A usage example with a body that is not described",
        "The example has a {0} body, and the section describes none", SpecSeverity.Warning);

    public static readonly SpecRule ExampleLink = new(
        "APISPEC0314", "A usage example whose link leads elsewhere",
        "'{0}' does not match '{1}', the path of {2}; the client would not follow it", SpecSeverity.Warning);

    public static readonly SpecRule ExampleContentType = new(
        "APISPEC0315", "A usage example with another content type",
        "The {0} body of the example is '{1}', and the section describes {2}", SpecSeverity.Warning);

    // 0900-0999: the project and the generator itself

    public static readonly SpecRule LanguageVersionTooLow = new(
        "APISPEC0900", "C# 11 or later is needed",
        "ApiSpec generates C# 11, and this project compiles as C# {0}; set <LangVersion>11.0</LangVersion> or later");

    public static readonly SpecRule RuntimeMissing = new(
        "APISPEC0901", "The ApiSpec library is not referenced",
        "The generated code calls the ApiSpec library, which this project does not reference; add the package ApiSpec");

    public static readonly SpecRule UnreadableFile = new(
        "APISPEC0902", "A spec file that cannot be read",
        "The compiler could not read '{0}'");

    public static readonly SpecRule TestingKitMissing = new(
        "APISPEC0903", "The library ApiSpec.Testing is not referenced",
        "ApiSpecGenerateFake asks for a fake server, which calls the library ApiSpec.Testing, and this project does not reference it; add the package ApiSpec.Testing");

    public static readonly SpecRule InternalError = new(
        "APISPEC0999", "A defect of ApiSpec",
        "ApiSpec failed on this file and generated nothing from it; please report it with the file ({0})");
}

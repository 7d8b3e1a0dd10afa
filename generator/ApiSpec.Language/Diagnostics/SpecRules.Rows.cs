namespace ApiSpec.Language.Diagnostics;

// 0100-0199: keys, rows and types.
internal static partial class SpecRules
{
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

    public static readonly SpecRule RowNotIndented = new(
        "APISPEC0117", "Row that is not indented",
        "'{0}' is not indented below '{1}'; indent it by two spaces more than '{1}'");

    public static readonly SpecRule SectionOfOtherSource = new(
        "APISPEC0118", "Section that its source does not name",
        "'source' names {1}, and not section '{0}'; correct one of them", SpecSeverity.Warning);

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
        "An enum without values takes any; list those of the page, as in 'enum debug|release' or under 'values:'", SpecSeverity.Info);

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
        "APISPEC0131", "A name with braces that cannot be read",
        "'{0}' does not have one pair of braces with a word in it; write it as in 'labelbutton{{X}}'");

    public static readonly SpecRule NoKeyOfRow = new(
        "APISPEC0132", "A key that a row does not have",
        "'{0}' is no key of a {1}{2}");

    public static readonly SpecRule KeyBesideRows = new(
        "APISPEC0133", "A key beside rows",
        "'{0}' stands among rows here, and so it is one; put the rows below 'members:', and '{0}' beside that");

    public static readonly SpecRule ConstantOfOptional = new(
        "APISPEC0134", "A constant of what may be left out",
        "'always {0}' says that '{1}' never has another value; write 'default {0}' for the value that the server uses when none is given", SpecSeverity.Warning);

    public static readonly SpecRule OldForm = new(
        "APISPEC0135", "Form of version 0.1",
        "This is a form of version 0.1; write '{0}'");

    public static readonly SpecRule InvalidStatus = new(
        "APISPEC0140", "A status that cannot be read",
        "'{0}' is no status; {1}");

    public static readonly SpecRule CodeOutOfRange = new(
        "APISPEC0141", "A status code that does not exist",
        "{0} is no HTTP status code; they run from 100 to 599");

    public static readonly SpecRule DuplicateCode = new(
        "APISPEC0142", "A status row that stands twice",
        "{0} already stands in this table");

    public static readonly SpecRule NoSuccess = new(
        "APISPEC0143", "Status table without success",
        "No row of this status table is a success; add the 2xx row, or '...: unknown' if the page does not show it", SpecSeverity.Warning);

    public static readonly SpecRule MessageOfAnotherCode = new(
        "APISPEC0144", "Status message of another code",
        "'{0}' is the standard message of {1}, not of {2}; correct the code or the message", SpecSeverity.Warning);

    public static readonly SpecRule MisspeltMessage = new(
        "APISPEC0145", "Status message that looks misspelt",
        "'{0}' is nearly '{1}', the standard message of {2}; check the spelling", SpecSeverity.Info);

    public static readonly SpecRule MessageBehindColon = new(
        "APISPEC0146", "Status message after the colon",
        "The description starts with the standard message '{0}'; write '{1} {0}:' if that is the message", SpecSeverity.Info);

    public static readonly SpecRule OpenFacts = new(
        "APISPEC0147", "Facts that the page does not show",
        "{0} open: {1}; fill them in when you see the full page", SpecSeverity.Info);

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
        "APISPEC0154", "Date format that does not hold a date and time",
        "'{0}' is no form of a date and time: {1}");

    public static readonly SpecRule InvalidAuthentication = new(
        "APISPEC0155", "A way to log in that cannot be read",
        "'{0}' is not a way to log in here; write {1}");

    public static readonly SpecRule WithoutSharedType = new(
        "APISPEC0157", "Values for a table that is not shared",
        "'with' says what this page prints for a shared table; name one with 'body:' or 'response:', or put the constants into the rows");

    public static readonly SpecRule UnreadableMemberValue = new(
        "APISPEC0158", "A value that cannot be read",
        "'{0}' is neither 'always value' nor 'link Group.Method'");

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

    public static readonly SpecRule InvalidCondition = new(
        "APISPEC0163", "A condition that cannot be read",
        "'{0}' is not a condition; {1}");
}

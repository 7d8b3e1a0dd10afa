namespace ApiSpec.Language.Diagnostics;

// 0100-0199: keys, rows and types.
internal static partial class SpecRules
{
    public static readonly SpecRule UnknownKey = new(
        "APISPEC0100", "Unknown key",
        "Unknown key '{0}'{1}");

    public static readonly SpecRule MissingKey = new(
        "APISPEC0101", "Missing key",
        "{0} is missing '{1}'{2}");

    public static readonly SpecRule MissingValue = new(
        "APISPEC0102", "Key without a value",
        "'{0}' has no value; write one, or remove the key");

    public static readonly SpecRule WrongShape = new(
        "APISPEC0103", "Value of the wrong kind",
        "'{0}' takes {1}, not {2}");

    public static readonly SpecRule MixedFile = new(
        "APISPEC0104", "API file and section in one file",
        "'client:' makes this an API file and 'request:' a section; split it into two files");

    public static readonly SpecRule WrongWord = new(
        "APISPEC0105", "Unknown keyword",
        "'{0}' is not one of {1}{2}");

    public static readonly SpecRule InvalidName = new(
        "APISPEC0106", "Invalid name",
        "'{0}' cannot be {1}: {2}");

    public static readonly SpecRule RepeatedItem = new(
        "APISPEC0107", "Repeated item",
        "'{0}' is repeated; remove one of the two");

    public static readonly SpecRule Contradiction = new(
        "APISPEC0108", "Parts that cannot be combined",
        "{0} and {1} cannot be combined; remove one of the two");

    public static readonly SpecRule InvalidRequest = new(
        "APISPEC0110", "Invalid request line",
        "The request line cannot be read: {0}");

    public static readonly SpecRule UnknownMethod = new(
        "APISPEC0111", "Unknown HTTP method",
        "Unknown HTTP method '{0}'{1}");

    public static readonly SpecRule PlaceholderWithoutRow = new(
        "APISPEC0112", "Placeholder without a row",
        "Placeholder '{{{0}}}' is not declared; add a row '{0}: <type>' under 'path:'{1}");

    public static readonly SpecRule RowWithoutPlaceholder = new(
        "APISPEC0113", "Path row without a placeholder",
        "'{0}' is not in the path of the request; write '{{{0}}}' there{1}");

    public static readonly SpecRule ForgottenBraces = new(
        "APISPEC0114", "Path parameter without braces",
        "'{0}' is the name of a path parameter; write '{{{0}}}'");

    public static readonly SpecRule DerivedOperation = new(
        "APISPEC0115", "Operation named after its request line",
        "This operation is named '{0}' after its request line; add 'operation: {0}' to keep the name",
        SpecSeverity.Info);

    public static readonly SpecRule UnnamedOperation = new(
        "APISPEC0116", "Operation without a name",
        "The request line does not suggest a name; add 'operation: Group.Method'");

    public static readonly SpecRule RowNotIndented = new(
        "APISPEC0117", "Row that is not indented",
        "'{0}' is not indented under '{1}'; indent it by two spaces more than '{1}'");

    public static readonly SpecRule SectionOfOtherSource = new(
        "APISPEC0118", "Section number that differs from its source",
        "'source' names {1}, not section '{0}'; correct one of them", SpecSeverity.Warning);

    public static readonly SpecRule InvalidType = new(
        "APISPEC0120", "Invalid type",
        "The type cannot be read: {0}");

    public static readonly SpecRule UnexpectedText = new(
        "APISPEC0121", "Unexpected text in a row",
        "'{0}' has no meaning here{1}");

    public static readonly SpecRule InvalidRange = new(
        "APISPEC0122", "Invalid range",
        "'{0}' is not a range: {1}");

    public static readonly SpecRule RangeNotAllowed = new(
        "APISPEC0123", "Range on a type without ranges",
        "Type '{0}' cannot have a range; ranges are for strings, numbers and lists");

    public static readonly SpecRule FlagNotAllowed = new(
        "APISPEC0124", "Remark in the wrong place",
        "'{0}' is not allowed here; it is {1}");

    public static readonly SpecRule TypeNotAllowed = new(
        "APISPEC0125", "Type in the wrong place",
        "Type {0} is not allowed here; {1}");

    public static readonly SpecRule WrongConstant = new(
        "APISPEC0126", "Value that its row cannot have",
        "'{0}' is not valid: {1}");

    public static readonly SpecRule EnumWithoutValues = new(
        "APISPEC0127", "Enum without values",
        "An enum without values accepts any value; list the printed ones, as in 'enum debug|release' or under 'values:'", SpecSeverity.Info);

    public static readonly SpecRule RepeatedValue = new(
        "APISPEC0128", "Repeated enum value",
        "Value '{0}' is already in this enum; remove one of the two");

    public static readonly SpecRule DuplicateRow = new(
        "APISPEC0129", "Rows with the same name",
        "'{0}' is already a row of this table; rename or remove one of the two");

    public static readonly SpecRule InvalidReference = new(
        "APISPEC0130", "Invalid name of an operation",
        "'{0}' is not the name of an operation; write 'Group.Method', as in 'Tasks.Get'");

    public static readonly SpecRule InvalidPattern = new(
        "APISPEC0131", "Invalid name with braces",
        "'{0}' does not have exactly one pair of braces around a name; write it as in 'labelbutton{{X}}'");

    public static readonly SpecRule NoKeyOfRow = new(
        "APISPEC0132", "Key that a row does not have",
        "'{0}' is not a key of a {1}{2}");

    public static readonly SpecRule KeyBesideRows = new(
        "APISPEC0133", "Key among rows",
        "'{0}' is read as a row here; put the other rows under 'members:'");

    public static readonly SpecRule ConstantOfOptional = new(
        "APISPEC0134", "Constant of an optional row",
        "'always {0}' means that '{1}' is always there; remove the '?', or write 'default {0}' if the server assumes it", SpecSeverity.Warning);

    public static readonly SpecRule OldForm = new(
        "APISPEC0135", "Form of version 0.1",
        "This is a form of version 0.1; write '{0}'{1}");

    public static readonly SpecRule InvalidStatus = new(
        "APISPEC0140", "Invalid status",
        "'{0}' is not a status; {1}");

    public static readonly SpecRule CodeOutOfRange = new(
        "APISPEC0141", "Status code out of range",
        "{0} is not an HTTP status code; write a code from 100 to 599");

    public static readonly SpecRule DuplicateCode = new(
        "APISPEC0142", "Repeated status row",
        "{0} is already in this table; remove one of the two rows");

    public static readonly SpecRule NoSuccess = new(
        "APISPEC0143", "Status table without success",
        "This status table has no success; add the 2xx row, or '...: unknown' if the page does not show it", SpecSeverity.Warning);

    public static readonly SpecRule MessageOfAnotherCode = new(
        "APISPEC0144", "Status message of another code",
        "'{0}' is the standard message of {1}, not of {2}; correct the code or the message", SpecSeverity.Warning);

    public static readonly SpecRule MisspeltMessage = new(
        "APISPEC0145", "Status message that looks misspelt",
        "'{0}' resembles '{1}', the standard message of {2}; check the spelling", SpecSeverity.Info);

    public static readonly SpecRule MessageBehindColon = new(
        "APISPEC0146", "Status message after the colon",
        "The description starts with the standard message '{0}'; write '{1} {0}:' if that is the message", SpecSeverity.Info);

    public static readonly SpecRule OpenFacts = new(
        "APISPEC0147", "Facts that the page does not show",
        "{0} open: {1}; fill them in when you see the full page", SpecSeverity.Info);

    public static readonly SpecRule NameWithoutRow = new(
        "APISPEC0150", "Name without a row",
        "No {1} of this section is named '{0}'{2}");

    public static readonly SpecRule TooFewNames = new(
        "APISPEC0151", "Group rule with one name",
        "'{0}' needs at least two names; add a name, or remove the rule");

    public static readonly SpecRule InvalidDuration = new(
        "APISPEC0152", "Invalid duration",
        "'{0}' is not a duration; write one such as '1000s', '30m', '12h' or '7d'");

    public static readonly SpecRule InvalidAddress = new(
        "APISPEC0153", "Invalid base address",
        "'{0}' is not a base address; write {1}");

    public static readonly SpecRule InvalidFormat = new(
        "APISPEC0154", "Invalid date or time format",
        "'{0}' is not a format of a date and time: {1}");

    public static readonly SpecRule InvalidAuthentication = new(
        "APISPEC0155", "Invalid way to log in",
        "'{0}' is not a way to log in here; write {1}");

    public static readonly SpecRule WithoutSharedType = new(
        "APISPEC0157", "'with' without a schema",
        "'with' needs a schema; name one with 'body:' or 'response:', or put the constants in the rows");

    public static readonly SpecRule UnreadableMemberValue = new(
        "APISPEC0158", "Invalid value under 'with'",
        "'{0}' is not valid under 'with'; write 'always <value>' or 'link Group.Method'");

    public static readonly SpecRule BodyOfGet = new(
        "APISPEC0159", "Body of a GET or HEAD request",
        "Servers can reject the body of a {0} request; correct the method, or move the rows to 'query:'", SpecSeverity.Warning);

    public static readonly SpecRule RequiredWithoutSharedBody = new(
        "APISPEC0160", "'required' without a schema",
        "'required' needs a schema; name one with 'body:', or write '?' after the names of optional rows");

    public static readonly SpecRule InvalidNumber = new(
        "APISPEC0161", "Invalid number of occurrences",
        "'{0}' is not a number of occurrences; write '1', '0 to n', '1 to n' or '0 to 3'");

    public static readonly SpecRule NumberWithoutAlternatives = new(
        "APISPEC0162", "'number' without alternatives",
        "'number' says how often each alternative occurs in a list; write the item type as 'A | B'");

    public static readonly SpecRule InvalidCondition = new(
        "APISPEC0163", "Invalid condition",
        "'{0}' is not a condition; {1}");

    public static readonly SpecRule InvalidTimeZone = new(
        "APISPEC0164", "Invalid time zone",
        "'{0}' is not an area and a city; write a time zone such as 'Asia/Tokyo', or 'Etc/GMT-9', 'UTC' or 'GMT'");
}

namespace ApiSpec.Language.Diagnostics;

// 0300-0399: usage examples.
internal static partial class SpecRules
{
    public static readonly SpecRule ExampleUnreadable = new(
        "APISPEC0300", "Example that is not HTTP",
        "{0}");

    public static readonly SpecRule ExampleMethod = new(
        "APISPEC0301", "Example with another method",
        "The example sends {0}, but the section has {1}; correct one of them, or add an erratum");

    public static readonly SpecRule ExamplePath = new(
        "APISPEC0302", "Example with another path",
        "The path of the example does not match '{0}'; correct one of them, or add an erratum");

    public static readonly SpecRule ExampleUnknownParameter = new(
        "APISPEC0303", "Example with an undocumented parameter",
        "The section has no {0} '{1}', which the example sends{2}", SpecSeverity.Warning);

    public static readonly SpecRule ExampleMissingParameter = new(
        "APISPEC0304", "Example without a required parameter",
        "The example does not send the {0} '{1}', which the section requires{2}", SpecSeverity.Warning);

    public static readonly SpecRule ExampleValue = new(
        "APISPEC0305", "Example with an invalid value",
        "'{0}' cannot be the value of '{1}': {2}");

    public static readonly SpecRule ExampleStatus = new(
        "APISPEC0306", "Example with an undocumented status",
        "Status {0} of the example is not in the status table; add a row, or an erratum");

    public static readonly SpecRule ExampleStatusMessage = new(
        "APISPEC0307", "Example with another status message",
        "The example says '{0}', but the status table says '{1}'; correct one of them, or add an erratum", SpecSeverity.Warning);

    public static readonly SpecRule ExampleJson = new(
        "APISPEC0308", "Example with a body that cannot be read",
        "{0}");

    public static readonly SpecRule ExampleMissingMember = new(
        "APISPEC0309", "Example without a required member",
        "The example is missing '{0}', which {1} requires{2}");

    public static readonly SpecRule ExampleUnknownMember = new(
        "APISPEC0310", "Example with an undocumented member",
        "The example has '{0}', which is not a member of {1}{2}", SpecSeverity.Warning);

    public static readonly SpecRule ExampleMemberType = new(
        "APISPEC0311", "Example with a member of another type",
        "'{0}' is {1} in the example, but {2} in the schema{3}");

    public static readonly SpecRule ExampleEnumValue = new(
        "APISPEC0312", "Example with an undocumented value",
        "'{0}' is not among the values of '{1}'{2}", SpecSeverity.Warning);

    public static readonly SpecRule ExampleUnexpectedBody = new(
        "APISPEC0313", "Example with an undocumented body",
        "The example has a {0} body, but the section does not; add it to the section", SpecSeverity.Warning);

    public static readonly SpecRule ExampleLink = new(
        "APISPEC0314", "Example with a link to another path",
        "'{0}' does not match '{1}', the path of {2}; the client does not follow such a link", SpecSeverity.Warning);

    public static readonly SpecRule ExampleContentType = new(
        "APISPEC0315", "Example with another content type",
        "The {0} body of the example is {1}, but the section has {2}; the body is not compared", SpecSeverity.Info);

    public static readonly SpecRule ExampleMisprint = new(
        "APISPEC0316", "Example with a misprint in its JSON",
        "This is not JSON: {0}; the body is read without the misprint", SpecSeverity.Warning);
}

namespace ApiSpec.Language.Diagnostics;

// 0300-0399: usage examples.
internal static partial class SpecRules
{
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
        "The example does not send the {0} '{1}', which the section requires{2}", SpecSeverity.Warning);

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
        "The example lacks '{0}', which {1} requires{2}");

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
        "The {0} body of the example is {1}, and the section describes {2}; it is not compared", SpecSeverity.Info);

    public static readonly SpecRule ExampleMisprint = new(
        "APISPEC0316", "A usage example with a slip in its JSON",
        "This is not JSON: {0}; the body is read as if it were right", SpecSeverity.Warning);
}

namespace ApiSpec.Language.Diagnostics;

// 0200-0299: files together.
internal static partial class SpecRules
{
    public static readonly SpecRule UnknownSchema = new(
        "APISPEC0200", "Unknown type",
        "Unknown type '{0}'{1}");

    public static readonly SpecRule UnknownRole = new(
        "APISPEC0201", "Unknown role",
        "Role '{0}' is not defined in the API file{1}");

    public static readonly SpecRule UnknownParameterSet = new(
        "APISPEC0202", "Unknown parameter set",
        "Parameter set '{0}' is not defined in the API file{1}");

    public static readonly SpecRule DuplicateOperation = new(
        "APISPEC0203", "Operations with the same name",
        "Operation '{0}' is also in {1}; rename one of the two");

    public static readonly SpecRule DuplicateRequest = new(
        "APISPEC0204", "Operations with the same request",
        "'{0}' is also in {1}; correct the copied line, or write the constants that distinguish the two");

    public static readonly SpecRule DuplicateSchema = new(
        "APISPEC0205", "Schemas with the same name",
        "Schema '{0}' is also in {1}; rename one of the two");

    public static readonly SpecRule DuplicateApi = new(
        "APISPEC0206", "API files with the same id",
        "API '{0}' is also in {1}; give each API file a different id");

    public static readonly SpecRule UnknownApi = new(
        "APISPEC0207", "Unknown API",
        "No API file of this project has the id '{0}'{1}");

    public static readonly SpecRule InfiniteSchema = new(
        "APISPEC0208", "Schema that contains itself",
        "Schema '{0}' contains itself through {1}; make the member optional, nullable, a list or a map");

    public static readonly SpecRule NameCollision = new(
        "APISPEC0209", "C# names that are the same",
        "'{0}' becomes the C# name '{1}', which '{2}' already has; {3}");

    public static readonly SpecRule HidesImplicitUsing = new(
        "APISPEC0210", "C# name that hides a common type",
        "'{0}' would hide the .NET type {1}; choose another C# name with 'csharp:'");

    public static readonly SpecRule UnresolvedReference = new(
        "APISPEC0211", "Reference to a section outside the project",
        "'{0}' is not in this project; {1}", SpecSeverity.Info);

    public static readonly SpecRule SameAsWithoutBody = new(
        "APISPEC0212", "'same as' an operation without the body",
        "'{0}' has no {1} to reuse; name another operation, or write the rows");

    public static readonly SpecRule AmbiguousApi = new(
        "APISPEC0213", "Section without an API",
        "This project has several API files ({0}); add 'api:' with the id that this file belongs to");

    public static readonly SpecRule UnknownEdition = new(
        "APISPEC0214", "Unknown edition",
        "Edition '{0}' is not listed under 'manuals:' in the API file{1}", SpecSeverity.Warning);

    public static readonly SpecRule NoIdentifier = new(
        "APISPEC0215", "Name without a C# name",
        "'{0}' cannot become a C# name; {1}");

    public static readonly SpecRule WrongTypeArguments = new(
        "APISPEC0216", "Wrong number of type arguments",
        "Wrong number of type arguments for schema '{0}'; expected {1}, found {2}");

    public static readonly SpecRule NotARecord = new(
        "APISPEC0217", "Body that is not an object",
        "{0} must be an object; write its rows, or name a schema with rows");

    public static readonly SpecRule BadNamespace = new(
        "APISPEC0218", "Invalid namespace",
        "'{0}' is not a C# namespace; '{1}' is used instead", SpecSeverity.Warning);

    public static readonly SpecRule UnknownMember = new(
        "APISPEC0219", "Unknown member",
        "'{0}' is not a member of {1}{2}");

    public static readonly SpecRule MemberValueMismatch = new(
        "APISPEC0220", "Value that its member cannot have",
        "'{0}' cannot be the value of '{1}': {2}");

    public static readonly SpecRule TooManyRoles = new(
        "APISPEC0221", "Too many roles",
        "Role '{0}' is one too many; an API can have at most 63 roles");

    public static readonly SpecRule ChoiceOfRequired = new(
        "APISPEC0222", "Group rule for a required value",
        "'{0}' is required, so a group rule cannot apply to it; write '?' after its name in its row");

    public static readonly SpecRule MethodLeftOut = new(
        "APISPEC0223", "Method that is left out",
        "No method {0}, because {1}", SpecSeverity.Warning);

    public static readonly SpecRule TooMuchCode = new(
        "APISPEC0224", "Too much generated code",
        "Too much code would be generated for {0}; use it in fewer places, or split the API");

    public static readonly SpecRule MemberOfBothBodies = new(
        "APISPEC0225", "Value for a member of both bodies",
        "'{0}' is a member of the request and of the response; write 'body.{0}' or 'response.{0}'");

    public static readonly SpecRule UntypedFilter = new(
        "APISPEC0230", "Filter without a type",
        "'{0}' stays a string; a filter needs a response with exactly one list of objects", SpecSeverity.Info);

    public static readonly SpecRule CodeWithoutWords = new(
        "APISPEC0231", "Status code without a description",
        "The status table of the API file has no {0}; describe it there, or write '{0} message: text' here", SpecSeverity.Warning);

    public static readonly SpecRule TwoClientsOfOneName = new(
        "APISPEC0232", "Clients with the same name",
        "Another client is also named {0}, in {1}; write the same 'api:' in all sections of both, or in none", SpecSeverity.Warning);

    public static readonly SpecRule HeaderOfClient = new(
        "APISPEC0233", "Header that the client sets",
        "The client sets '{0}' itself, but not to '{1}'; {2}", SpecSeverity.Warning);

    public static readonly SpecRule ApiFileWithoutId = new(
        "APISPEC0234", "API file without an id",
        "This API file has no 'api:', so {0} with 'api: {1}' creates another client; add 'api: {1}' here", SpecSeverity.Warning);

    public static readonly SpecRule ContradictedValue = new(
        "APISPEC0235", "Contradiction with the rest of the API",
        "'{0}' {1}; check which is right", SpecSeverity.Info);

    public static readonly SpecRule MisspeltReference = new(
        "APISPEC0236", "Misspelt name of an operation",
        "'{0}' is not in this project; did you mean '{1}'?", SpecSeverity.Warning);

    public static readonly SpecRule BaseAddedToPath = new(
        "APISPEC0237", "Base path added to a request line",
        "'{0}' from 'base:' is added to {1}; write '{2}', or add the host if the path is complete", SpecSeverity.Info);

    public static readonly SpecRule FilledByCredential = new(
        "APISPEC0240", "Parameters that the credential sets",
        "The credential sets {0} in {1}; write 'authentication: none' if they mean something else", SpecSeverity.Info);

    public static readonly SpecRule UncheckedCondition = new(
        "APISPEC0241", "Condition that is not checked",
        "'{0}' is not checked; {1}", SpecSeverity.Warning);

    public static readonly SpecRule NotGenerated = new(
        "APISPEC0290", "Part that cannot be generated",
        "{0} cannot be generated; {1}");
}

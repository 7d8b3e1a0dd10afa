namespace ApiSpec.Language.Diagnostics;

// 0200-0299: files seen together.
internal static partial class SpecRules
{
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
        "'{0}' is also described in {1}; correct the copied line, or write the constants that distinguish the two");

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
        "'{0}' cannot become a C# name; {1}");

    public static readonly SpecRule WrongTypeArguments = new(
        "APISPEC0216", "Wrong number of type arguments",
        "The number of type arguments of schema '{0}' is {1}, and here it is {2}");

    public static readonly SpecRule NotARecord = new(
        "APISPEC0217", "A body that is not an object",
        "{0} must be a member table or a schema with one");

    public static readonly SpecRule BadNamespace = new(
        "APISPEC0218", "A namespace that C# does not allow",
        "'{0}' is not a C# namespace; '{1}' is used instead", SpecSeverity.Warning);

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

    public static readonly SpecRule MemberOfBothBodies = new(
        "APISPEC0225", "A value for a member of both bodies",
        "'{0}' is a member of the request and of the response; write 'body.{0}' or 'response.{0}'");

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

    public static readonly SpecRule ApiFileWithoutId = new(
        "APISPEC0234", "API file without an id next to sections that name one",
        "This API file has no 'api:', so {0} with 'api: {1}' makes another client; add 'api: {1}' here", SpecSeverity.Warning);

    public static readonly SpecRule ContradictedValue = new(
        "APISPEC0235", "Value that other parts of the API contradict",
        "'{0}' {1}; check which is right", SpecSeverity.Info);

    public static readonly SpecRule MisspeltReference = new(
        "APISPEC0236", "Reference that is nearly the name of an operation",
        "'{0}' is not in this project; did you mean '{1}'?", SpecSeverity.Warning);

    public static readonly SpecRule BaseAddedToPath = new(
        "APISPEC0237", "Base path that is added to a request line",
        "'{0}' of 'base:' is added to {1}; write '{2}', or print the host if the path is complete", SpecSeverity.Warning);

    public static readonly SpecRule FilledByCredential = new(
        "APISPEC0240", "Parameters that the credential fills",
        "The credential fills {0} in {1}; write 'authentication: none' where they mean something else", SpecSeverity.Info);

    public static readonly SpecRule UncheckedCondition = new(
        "APISPEC0241", "Condition that nothing checks",
        "'{0}' is not checked; {1}", SpecSeverity.Warning);

    public static readonly SpecRule NotGenerated = new(
        "APISPEC0290", "Something that no client could have",
        "{0} cannot be generated: {1}");
}

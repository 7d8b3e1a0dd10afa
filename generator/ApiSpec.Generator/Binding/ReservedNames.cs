namespace ApiSpec.Generator.Binding;

/// <summary>
/// The names that a kind of generated type needs itself. A name of the reference that equals one of them gets a suffix, which depends on that name alone.
/// </summary>
internal sealed class ReservedNames
{
    private static readonly string[] OfObject = ["Equals", "GetHashCode", "ToString", "GetType", "MemberwiseClone", "Finalize", "ReferenceEquals"];

    private static readonly string[] OfAnyRecord = [.. OfObject, "Clone", "EqualityContract", "PrintMembers"];

    private static readonly string[] OfJsonRecord = [.. OfAnyRecord, "Json", "JsonContract", "JsonConverter", "AdditionalMembers", "_additionalMembers"];

    private static readonly string[] OfAnyUnion = [.. OfJsonRecord, "Other", "Alternatives"];

    // The compiler gives the field of an enum this name.
    private const string EnumField = "value__";

    private readonly HashSet<string> _names;
    private readonly string _suffix;

    private ReservedNames(string suffix, params string[] names)
    {
        _suffix = suffix;
        _names = new HashSet<string>(names, StringComparer.Ordinal);
    }

    /// <summary>The members of a record with a JSON contract.</summary>
    public static ReservedNames OfRecord { get; } = new("Member", OfJsonRecord);

    /// <summary>The properties of a record of optional values.</summary>
    public static ReservedNames OfQuery { get; } = new("Parameter", OfAnyRecord);

    /// <summary>The parameters of a method.</summary>
    public static ReservedNames OfParameters { get; } = new("Parameter", "body", "query", "cancellationToken", "Operation", "_connection", "nameof");

    /// <summary>The values of an open enum.</summary>
    public static ReservedNames OfOpenEnum { get; } = new(
        "Value", [.. OfObject, "Names", "Json", "JsonContract", "JsonConverter", "Known", "ToKnown", "TryParse", "Unlisted", "Value", "_value", EnumField]);

    /// <summary>The words of an open enum that also has numbers.</summary>
    public static ReservedNames OfNumberOrWords { get; } = new("Value", [.. OfOpenEnum._names, "Number"]);

    /// <summary>The constants of a class of named numbers.</summary>
    public static ReservedNames OfConstants { get; } = new("Value", OfObject);

    /// <summary>The values of an enum of flags that lists the value 0.</summary>
    public static ReservedNames OfFlags { get; } = new("Value", EnumField);

    /// <summary>The values of an enum of flags that does not list the value 0.</summary>
    public static ReservedNames OfFlagsWithNone { get; } = new("Value", "None", EnumField);

    public static ReservedNames OfStatus { get; } = new("Status", "Undocumented", EnumField);

    public static ReservedNames OfRoles { get; } = new("Role", "None", EnumField);

    /// <summary>The methods that read the headers of a response.</summary>
    public static ReservedNames OfHeaders { get; } = new("Header", OfObject);

    /// <summary>The properties of a record that holds the body of each status.</summary>
    public static ReservedNames OfResults { get; } = new("Body", OfAnyRecord);

    /// <summary>The groups of a client.</summary>
    public static ReservedNames OfClient { get; } = new("Group", [.. OfObject, "With", "SendAsync", "Dispose", "Operations", "Description", "OperationIndex"]);

    /// <summary>The operations of a group.</summary>
    public static ReservedNames OfGroup { get; } = new(
        "Operation", [.. OfObject, "Operation", "Call", "Roles", "CreateRequest", "Description", "Pages", "Credential", "Conditions", "DoneWhen"]);

    /// <summary>Schemas that become records. The type cannot have the name of one of its members.</summary>
    public static ReservedNames OfRecordSchemas { get; } = new("Schema", OfJsonRecord);

    /// <summary>Schemas that become open enums.</summary>
    public static ReservedNames OfEnumSchemas { get; } = new("Schema", [.. OfOpenEnum._names]);

    /// <summary>Schemas that become open enums with numbers.</summary>
    public static ReservedNames OfNumberOrWordsSchemas { get; } = new("Schema", [.. OfNumberOrWords._names]);

    /// <summary>Schemas that become unions.</summary>
    public static ReservedNames OfUnionSchemas { get; } = new("Schema", OfAnyUnion);

    /// <summary>The suffixes of an operation's own types. The type of a parameter is named after the operation and the parameter, and must not equal one of
    /// them.</summary>
    public static ReservedNames OfOperationTypes { get; } = new("Value", "Status", "Query", "Body", "Response", "Error", "Result", "Headers");

    /// <summary>Returns the names for the alternatives of a union, some of which are created by methods.</summary>
    public static ReservedNames OfUnion(IEnumerable<string> methods) => new("Value", [.. OfAnyUnion, .. methods]);

    /// <summary>Whether no member can have the name. Names of accessors, operators and fields can only come from <c>csharp:</c>.</summary>
    public bool Contains(string name)
        => _names.Contains(name)
            || name.StartsWith("get_", StringComparison.Ordinal)
            || name.StartsWith("set_", StringComparison.Ordinal)
            || name.StartsWith("op_", StringComparison.Ordinal)
            || name.StartsWith("_present", StringComparison.Ordinal);

    /// <summary>Returns the name from the reference, with the suffix if it is reserved or the name of the type.</summary>
    /// <param name="name">The name.</param>
    /// <param name="typeName">The name of the type.</param>
    public string Free(string name, string typeName = "")
        => Contains(name) || string.Equals(name, typeName, StringComparison.Ordinal) ? name + _suffix : name;
}

using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Rows;

namespace ApiSpec.Generator.Binding;

/// <summary>The type names of one namespace, each with its element in a spec.</summary>
internal sealed class TypeNames
{
    private static readonly string[] Namespaces = ["System", "ApiSpec"];

    private readonly string _namespace;
    private readonly BindingReport _report;
    private readonly SharedTable<string, GeneratedType> _ownerByName;
    private readonly HashSet<string> _left = new(StringComparer.Ordinal);

    /// <param name="namespace">The namespace of these names.</param>
    /// <param name="steps">Runs the steps that take names.</param>
    /// <param name="report">Receives names that cannot be taken.</param>
    public TypeNames(string @namespace, StepRecorder steps, BindingReport report)
    {
        _namespace = @namespace;
        _report = report;
        // Most sections have two types, and each group of sections has three.
        _ownerByName = new(steps, SharedTableKind.TypeNames, StringComparer.Ordinal, steps.Files * 9 / 4);
        // Generated code starts every name with global::. In the global namespace, a type with this name would hide the namespace.
        foreach (var name in Namespaces)
            _ownerByName.Set(name, new GeneratedType(@namespace, name, GeneratedTypeKind.Class, "the namespace " + name, "", "", ""));
    }

    /// <summary>The types with their elements. No step may use them.</summary>
    public IEnumerable<GeneratedType> Types => _ownerByName.Values.Where(type => type.Path.Length > 0 && !_left.Contains(type.Name));

    /// <summary>
    /// Returns the name of a type from the reference, with the client's stem before it if .NET has a type of that name: <c>Version</c> of
    /// <c>RackClient</c> becomes <c>RackVersion</c>. It depends only on the name and the client.
    /// </summary>
    public static string Free(string name, string stem)
    {
        name = CSharpName.Shorten(name);
        if (!IsTaken(name))
            return name;
        var own = stem + name;
        return IsTaken(own) ? own + "Schema" : own;
    }

    private static bool IsTaken(string name) => Namespaces.Contains(name) || ImplicitUsingTypes.FindNamespace(name) is not null;

    /// <summary>Uses these names for the API that is bound next.</summary>
    public void Use() => _ownerByName.Use();

    /// <summary>Marks a reserved name as free for the program, because no type of that name is generated. Other generated types cannot have it.</summary>
    public void Leave(string name) => _left.Add(name);

    /// <summary>Reserves a name for a generated type, and reports a name that is too long or already taken.</summary>
    /// <param name="name">The C# name.</param>
    /// <param name="kind">The kind of the type in C#.</param>
    /// <param name="owner">The element that the name comes from, for messages: <c>schema Task</c>.</param>
    /// <param name="path">The file to report in.</param>
    /// <param name="pointer">The element to report at.</param>
    /// <param name="advice">The advice for a name collision; null: write <c>csharp:</c> at the element.</param>
    /// <returns>False if the type cannot be generated.</returns>
    public bool TryTake(string name, GeneratedTypeKind kind, string owner, string path, string pointer, string? advice = null)
    {
        if (!CSharpName.IsShort(name))
        {
            _report.Add(SpecRules.NoIdentifier, path, pointer, name, advice ?? MemberNames.DefaultAdvice);
            return false;
        }

        if (_ownerByName.TryGet(name, out var other))
        {
            _report.Add(SpecRules.NameCollision, path, pointer, owner, name, other.Owner, advice ?? MemberNames.DefaultAdvice);
            return false;
        }

        _ownerByName.Set(name, new GeneratedType(_namespace, name, kind, owner, path, pointer, advice ?? MemberNames.DefaultAdvice));
        if (ImplicitUsingTypes.FindNamespace(name) is not { } hidden)
            return true;

        _report.Add(SpecRules.HidesImplicitUsing, path, pointer, name, hidden + "." + name);
        return false;
    }
}

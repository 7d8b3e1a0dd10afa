using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Rows;

namespace ApiSpec.Generator.Binding;

/// <summary>The type names of one namespace, each with what it was made from.</summary>
internal sealed class TypeNames
{
    private static readonly string[] Namespaces = ["System", "ApiSpec"];

    private readonly BindingReport _report;
    private readonly SharedTable<string, TypeOwner> _ownerByName;
    private readonly HashSet<string> _left = new(StringComparer.Ordinal);

    public TypeNames(StepRecorder steps, BindingReport report)
    {
        _report = report;
        _ownerByName = new(steps, SharedTableKind.TypeNames, StringComparer.Ordinal, 3 * steps.Files);
        // Generated code begins every name with global::, and a type of this name would stand before the namespace where both are global.
        foreach (var name in Namespaces)
            _ownerByName.Set(name, new TypeOwner(GeneratedTypeKind.Class, "the namespace " + name, "", "", ""));
    }

    /// <summary>The types with their elements. No step may ask for them.</summary>
    /// <param name="ofNamespace">The namespace of these names.</param>
    public IEnumerable<GeneratedType> In(string ofNamespace)
        => _ownerByName.Pairs
            .Where(pair => pair.Value.Path.Length > 0 && !_left.Contains(pair.Key))
            .Select(pair => new GeneratedType(
                ofNamespace, pair.Key, pair.Value.Kind, pair.Value.Owner, pair.Value.Path, pair.Value.Pointer, pair.Value.Advice));

    /// <summary>
    /// The name of a type that follows from the reference, with the client's stem before it where .NET has a type of that name: <c>Version</c> of
    /// <c>RackClient</c> is <c>RackVersion</c>. It depends on the name and the client alone.
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

    /// <summary>Makes these the names of the API that is bound next.</summary>
    public void Use() => _ownerByName.Use();

    /// <summary>Leaves a name that was taken to the program: no type of that name is generated after all. Other generated types cannot have it.</summary>
    public void Leave(string name) => _left.Add(name);

    /// <summary>Takes a name for a generated type, and reports when it is taken or hides a .NET type.</summary>
    /// <param name="name">The C# name.</param>
    /// <param name="kind">What the type is in C#.</param>
    /// <param name="owner">What the name is made from, in words for the message: <c>schema Task</c>.</param>
    /// <param name="path">The file to report in.</param>
    /// <param name="pointer">The element to report at.</param>
    /// <param name="advice">What helps against a clash; null: <c>csharp:</c> at the element.</param>
    /// <returns>False when the type cannot be generated.</returns>
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

        _ownerByName.Set(name, new TypeOwner(kind, owner, path, pointer, advice ?? MemberNames.DefaultAdvice));
        if (ImplicitUsingTypes.FindNamespace(name) is not { } hidden)
            return true;

        _report.Add(SpecRules.HidesImplicitUsing, path, pointer, name, hidden + "." + name);
        return false;
    }

    private sealed record TypeOwner(GeneratedTypeKind Kind, string Owner, string Path, string Pointer, string Advice);
}

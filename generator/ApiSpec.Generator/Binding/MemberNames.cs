using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Rows;

namespace ApiSpec.Generator.Binding;

/// <summary>Reserves the member names of one generated type.</summary>
/// <param name="report">Receives collisions.</param>
/// <param name="path">The file that declares the members.</param>
/// <param name="typeName">The C# name of the type, which no member can have.</param>
/// <param name="reserved">Names that the type declares itself.</param>
/// <param name="capacity">The expected number of members.</param>
internal sealed class MemberNames(BindingReport report, string path, string typeName, ReservedNames reserved, int capacity = 0)
{
    /// <summary>The advice for a name collision; null: write <c>csharp:</c> at the element.</summary>
    public string? Advice { get; init; }

    /// <summary>The owner of reserved names, for messages.</summary>
    public const string EveryType = "a member of every generated type";

    public const string DefaultAdvice = "choose another name with 'csharp:'";

    /// <summary>The advice for enum values: they have no separate row, and therefore no <c>csharp:</c>.</summary>
    public const string EnumAdvice = "write the values under 'values:', and 'csharp:' under this one";

    private const string Undeclared = "a generated method";

    private readonly Dictionary<string, string> _ownerByName = new(capacity, StringComparer.Ordinal);

    /// <summary>Returns the name from the reference, changed if the type itself needs it. A name from <c>csharp:</c> is never changed.</summary>
    public string Free(string name) => reserved.Free(name, typeName);

    /// <summary>Reserves the C# name of a member, and reports a name that is not available.</summary>
    /// <param name="wireName">The name in the reference.</param>
    /// <param name="name">The C# name.</param>
    /// <param name="pointer">The element to report at.</param>
    /// <param name="otherPath">The file of that element, if it differs from the file that declares the members.</param>
    /// <returns>The name, or null if the member cannot be generated.</returns>
    public string? Take(string wireName, string name, string pointer, string? otherPath = null) => Take(wireName, name, (pointer, 0, 0), otherPath);

    /// <summary>Reserves the C# name of a member, and reports a name that is not available at an element, or at characters in it.</summary>
    public string? Take(string wireName, string name, (string Pointer, int Offset, int Length) place, string? otherPath = null)
    {
        if (!CSharpName.IsEscapedIdentifier(name))
        {
            report.AddPart(SpecRules.NoIdentifier, otherPath ?? path, place.Pointer, place.Offset, place.Length, name, Advice ?? DefaultAdvice);
            return null;
        }

        if (OwnerOf(name) is { } owner)
        {
            report.AddPart(
                SpecRules.NameCollision, otherPath ?? path, place.Pointer, place.Offset, place.Length, wireName, name, owner, Advice ?? DefaultAdvice);
            return null;
        }

        _ownerByName.Add(name, wireName);
        return name;
    }

    /// <summary>Takes C# names that no file asks for. It reports nothing: such members can be left out.</summary>
    /// <returns>False, and nothing is taken, if one of them cannot be had.</returns>
    public bool TryTake(params string[] names)
    {
        if (!names.All(name => CSharpName.IsEscapedIdentifier(name) && OwnerOf(name) is null))
            return false;
        foreach (var name in names)
            _ownerByName.Add(name, Undeclared);
        return true;
    }

    /// <summary>The name in the reference of the member that has a C# name; null: no declared member has it.</summary>
    public string? DeclaredOwnerOf(string name)
        => _ownerByName.TryGetValue(name, out var owner) && owner != Undeclared ? owner : null;

    private string? OwnerOf(string name)
        => string.Equals(name, typeName, StringComparison.Ordinal) ? "the type itself"
            : reserved.Contains(name) ? EveryType
            : _ownerByName.TryGetValue(name, out var taken) ? taken
            : null;
}

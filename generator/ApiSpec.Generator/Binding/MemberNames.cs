using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Rows;

namespace ApiSpec.Generator.Binding;

/// <summary>The member names of one generated type.</summary>
/// <param name="report">Where collisions are reported.</param>
/// <param name="path">The file that declares the members.</param>
/// <param name="typeName">The C# name of the type, which no member of it may have.</param>
/// <param name="reserved">Names the type declares by itself.</param>
internal sealed class MemberNames(BindingReport report, string path, string typeName, ReservedNames reserved)
{
    /// <summary>What helps against a clash; null: <c>csharp:</c> at the element.</summary>
    public string? Advice { get; init; }

    /// <summary>What has the names that a generated type needs itself.</summary>
    public const string EveryType = "a member of every generated type";

    public const string DefaultAdvice = "choose another name with 'csharp:'";

    /// <summary>How a value of an enum gets a name: it has no row, and so no <c>csharp:</c>, of its own.</summary>
    public const string EnumAdvice = "write the values under 'values:', and 'csharp:' under this one";

    private readonly Dictionary<string, string> _ownerByName = new(StringComparer.Ordinal);

    /// <summary>The name that follows from the reference, made different where the type has it itself. One of <c>csharp:</c> stays what it is.</summary>
    public string Free(string name) => reserved.Free(name, typeName);

    /// <summary>Takes the C# name of a member, and reports when it cannot be had.</summary>
    /// <param name="wireName">The name in the reference.</param>
    /// <param name="name">The C# name it becomes.</param>
    /// <param name="pointer">The element to report at.</param>
    /// <param name="otherPath">The file of that element, when it is not the one that declares the members.</param>
    /// <returns>The name, or null when the member cannot be generated.</returns>
    public string? Take(string wireName, string name, string pointer, string? otherPath = null) => Take(wireName, name, (pointer, 0, 0), otherPath);

    /// <summary>Takes the C# name of a member, and reports at an element or at characters of it when it cannot be had.</summary>
    public string? Take(string wireName, string name, (string Pointer, int Offset, int Length) place, string? otherPath = null)
    {
        if (!CSharpName.IsEscapedIdentifier(name))
        {
            report.AddPart(SpecRules.NoIdentifier, otherPath ?? path, place.Pointer, place.Offset, place.Length, name, Advice ?? DefaultAdvice);
            return null;
        }

        var owner = string.Equals(name, typeName, StringComparison.Ordinal) ? "the type itself"
            : reserved.Contains(name) ? EveryType
            : _ownerByName.TryGetValue(name, out var taken) ? taken
            : null;
        if (owner is not null)
        {
            report.AddPart(
                SpecRules.NameCollision, otherPath ?? path, place.Pointer, place.Offset, place.Length, wireName, name, owner, Advice ?? DefaultAdvice);
            return null;
        }

        _ownerByName.Add(name, wireName);
        return name;
    }
}

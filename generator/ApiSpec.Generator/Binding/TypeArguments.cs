using ApiSpec.Generator.Code;
using ApiSpec.Language.Collections;

namespace ApiSpec.Generator.Binding;

/// <summary>What the type parameters of a generic schema stand for.</summary>
/// <param name="names">The type parameters.</param>
/// <param name="types">The type that each stands for.</param>
/// <param name="owners">The schema that each stands for, or that the type holds; null: it is none.</param>
internal sealed class TypeArguments(EquatableArray<string> names, IReadOnlyList<CodeType> types, IReadOnlyList<SourceOwner?> owners)
{
    public CodeType? Find(string name) => IndexOf(name) is >= 0 and var index ? types[index] : null;

    public bool Contains(string name) => IndexOf(name) >= 0;

    /// <summary>The owner of the type that a parameter stands for, where that is a schema or holds one.</summary>
    public SourceOwner? OwnerOf(string name) => IndexOf(name) is >= 0 and var index ? owners[index] : null;

    private int IndexOf(string name)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (string.Equals(names[i], name, StringComparison.Ordinal))
                return i;
        }

        return -1;
    }
}

using ApiSpec.Generator.Code;
using ApiSpec.Language.Collections;

namespace ApiSpec.Generator.Binding;

/// <summary>The arguments for the type parameters of a generic schema.</summary>
/// <param name="names">The type parameters.</param>
/// <param name="types">The argument for each.</param>
/// <param name="owners">The schema that each argument is or contains; null: no schema.</param>
internal sealed class TypeArguments(EquatableArray<string> names, IReadOnlyList<CodeType> types, IReadOnlyList<SourceOwner?> owners)
{
    public CodeType? Find(string name) => IndexOf(name) is >= 0 and var index ? types[index] : null;

    public bool Contains(string name) => IndexOf(name) >= 0;

    /// <summary>Returns the owner of the argument for a parameter, if the argument is or contains a schema.</summary>
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

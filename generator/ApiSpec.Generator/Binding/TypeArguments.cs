using ApiSpec.Generator.Code;
using ApiSpec.Language.Reference;

namespace ApiSpec.Generator.Binding;

/// <summary>The C# types of the arguments for the type parameters of a generic schema.</summary>
/// <param name="scope">The arguments.</param>
/// <param name="types">The C# type of each argument.</param>
/// <param name="owners">The schema that each argument is or contains; null: no schema.</param>
internal sealed class TypeArguments(TypeScope scope, IReadOnlyList<CodeType> types, IReadOnlyList<SourceOwner?> owners)
{
    public TypeScope Scope { get; } = scope;

    public CodeType? Find(string name) => Scope.IndexOf(name) is >= 0 and var index ? types[index] : null;

    public bool Contains(string name) => Scope.IndexOf(name) >= 0;

    /// <summary>Returns the owner of the argument for a parameter, if the argument is or contains a schema.</summary>
    public SourceOwner? OwnerOf(string name) => Scope.IndexOf(name) is >= 0 and var index ? owners[index] : null;
}

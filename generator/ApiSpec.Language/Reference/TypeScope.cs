using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Reference;

/// <summary>The type arguments of one use of a generic schema: the meaning of its type parameters there.</summary>
internal sealed class TypeScope
{
    private readonly EquatableArray<string> _names;
    private readonly EquatableArray<TypeReference> _arguments;
    private readonly TypeScope? _outer;

    private TypeScope(EquatableArray<string> names, EquatableArray<TypeReference> arguments, TypeScope? outer)
    {
        _names = names;
        _arguments = arguments;
        _outer = outer;
    }

    /// <summary>The scope outside generic schemas.</summary>
    public static TypeScope Empty { get; } = new([], [], null);

    /// <summary>Returns the scope inside a schema.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="use">The type that names the schema and its arguments.</param>
    /// <param name="scope">The scope of that type.</param>
    public static TypeScope Of(SchemaDeclaration schema, TypeReference use, TypeScope scope)
        => schema.TypeParameters.Count == 0 ? Empty : new TypeScope(schema.TypeParameters, use.Arguments, scope);

    /// <summary>Returns the argument for a type parameter, and the scope in which it was written; null: the name is not a parameter, or has no
    /// argument.</summary>
    public (TypeReference Type, TypeScope Scope)? Find(string name) => IndexOf(name) is >= 0 and var index ? (_arguments[index], _outer!) : null;

    /// <summary>Returns the position of a type parameter that has an argument; -1: the name is not a parameter, or has no argument.</summary>
    public int IndexOf(string name)
    {
        for (var i = 0; i < _names.Count && i < _arguments.Count; i++)
        {
            if (string.Equals(_names[i], name, StringComparison.Ordinal))
                return i;
        }

        return -1;
    }

    /// <summary>Returns a type with its type parameters replaced, so that it means the same outside the schema.</summary>
    /// <param name="type">A type that is written in this scope, which is one step away from <see cref="Empty"/>.</param>
    public TypeReference Apply(TypeReference type)
    {
        if (_names.Count == 0)
            return type;
        if (type is { Kind: TypeKind.Named, Name: { } name } && Find(name) is { } argument)
            return argument.Type;
        return type.Arguments.Count == 0 ? type : type with { Arguments = type.Arguments.Select(Apply).ToEquatableArray() };
    }
}

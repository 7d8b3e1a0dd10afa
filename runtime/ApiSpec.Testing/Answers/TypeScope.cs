using ApiSpec.Generator.Model;

namespace ApiSpec.Testing.Answers;

/// <summary>What the type parameters of generic schemas stand for at one place.</summary>
internal sealed class TypeScope
{
    private readonly Dictionary<string, (TypeReference Type, TypeScope Scope)> _arguments = new(StringComparer.Ordinal);

    private TypeScope()
    {
    }

    public static TypeScope Empty { get; } = new();

    public static TypeScope Of(SchemaDeclaration schema, TypeReference use, TypeScope scope)
    {
        if (schema.TypeParameters.Count == 0)
            return Empty;
        var inner = new TypeScope();
        foreach (var (parameter, argument) in schema.TypeParameters.Zip(use.Arguments))
            inner._arguments[parameter] = (argument, scope);
        return inner;
    }

    public (TypeReference Type, TypeScope Scope)? Find(string name) => _arguments.TryGetValue(name, out var argument) ? argument : null;
}

using ApiSpec.Language.Reference;
using Microsoft.CodeAnalysis;

namespace ApiSpec.Generator.Roslyn;

/// <summary>Reads the library's attributes about roles from methods and types, in any assembly.</summary>
internal sealed class RoleAttributes
{
    private readonly INamedTypeSymbol _required;
    private readonly INamedTypeSymbol _caller;

    private RoleAttributes(INamedTypeSymbol required, INamedTypeSymbol caller)
    {
        _required = required;
        _caller = caller;
    }

    /// <summary>Finds the attributes; null: the compilation does not reference the library.</summary>
    public static RoleAttributes? Find(Compilation compilation)
        => compilation.GetTypeByMetadataName("ApiSpec.ApiRolesAttribute") is { } required
            && compilation.GetTypeByMetadataName("ApiSpec.ApiCallerRolesAttribute") is { } caller
                ? new RoleAttributes(required, caller)
                : null;

    /// <summary>Returns the roles that may call a method, and their API: a caller needs one role of each statement. Empty: all roles may.</summary>
    public IReadOnlyList<CallerRoles.Statement> Required(IMethodSymbol method)
    {
        for (var declared = method; declared is not null; declared = declared.OverriddenMethod)
        {
            var stated = Statements(declared, _required);
            if (stated.Count > 0)
                return stated.FindAll(static one => one.Roles.Count > 0);
        }

        return [];
    }

    /// <summary>Returns the roles that a symbol states for its own code; null: none are stated.</summary>
    public CallerRoles? Caller(ISymbol symbol) => Statements(symbol, _caller) is { Count: > 0 } stated ? new CallerRoles(stated) : null;

    private static List<CallerRoles.Statement> Statements(ISymbol symbol, INamedTypeSymbol type)
        => [.. symbol.GetAttributes().Where(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, type)).Select(Read)];

    private static CallerRoles.Statement Read(AttributeData attribute)
    {
        IEnumerable<string> roles = attribute.ConstructorArguments is [{ Kind: TypedConstantKind.Array, IsNull: false } array]
            ? array.Values.Select(static value => value.Value as string).OfType<string>().Where(static role => role.Trim().Length > 0)
            : [];
        var api = attribute.NamedArguments.FirstOrDefault(static argument => argument.Key == "Api").Value;
        return new CallerRoles.Statement(api.Kind == TypedConstantKind.Primitive ? api.Value as string : null, [.. roles]);
    }
}

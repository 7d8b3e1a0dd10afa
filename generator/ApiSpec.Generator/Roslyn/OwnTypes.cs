using ApiSpec.Generator.Binding;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ApiSpec.Generator.Roslyn;

/// <summary>
/// Finds generated types whose names the project's own code already uses. The compiler stops at such types before it runs analyzers, so the generator
/// has to find them.
/// </summary>
internal static class OwnTypes
{
    public static EquatableArray<ElementDiagnostic> FindClashes(
        EquatableArray<GeneratedType> types, Compilation compilation, CancellationToken cancellationToken)
    {
        // Searches names first, so that symbols are only created for a project that has one of them.
        var names = new HashSet<string>(types.Select(static type => type.Name), StringComparer.Ordinal);
        if (names.Count == 0 || !compilation.ContainsSymbolsWithName(names.Contains, SymbolFilter.Namespace | SymbolFilter.Type, cancellationToken))
            return [];

        var clashes = new List<ElementDiagnostic>();
        foreach (var inNamespace in types.GroupBy(static type => type.Namespace, StringComparer.Ordinal))
        {
            if (Find(compilation.Assembly.GlobalNamespace, inNamespace.Key) is not { } found)
                continue;
            foreach (var type in inNamespace)
            {
                if (OwnerOf(type, found, cancellationToken) is { } owner)
                    clashes.Add(new ElementDiagnostic(
                        SpecRules.NameCollision, type.Path, type.Pointer, 0, 0, 0, [type.Owner, type.Name, owner, type.Advice]));
            }
        }

        return clashes.ToEquatableArray();
    }

    private static INamespaceSymbol? Find(INamespaceSymbol global, string name)
    {
        var found = global;
        foreach (var part in name.Split(['.'], StringSplitOptions.RemoveEmptyEntries))
        {
            var inner = part[0] == '@' ? part.Substring(1) : part;
            if (found.GetNamespaceMembers().FirstOrDefault(candidate => string.Equals(candidate.Name, inner, StringComparison.Ordinal)) is not { } next)
                return null;
            found = next;
        }

        return found;
    }

    private static string? OwnerOf(GeneratedType generated, INamespaceSymbol found, CancellationToken cancellationToken)
    {
        foreach (var member in found.GetMembers(generated.Name))
        {
            if (member is INamespaceSymbol)
                return "the namespace " + member.ToDisplayString();
            if (member is INamedTypeSymbol { Arity: 0, IsFileLocal: false } type && !IsPart(type, generated.Kind, cancellationToken))
                return "the type " + type.ToDisplayString() + InFile(type);
        }

        return null;
    }

    private static string InFile(INamedTypeSymbol type)
        => type.DeclaringSyntaxReferences is [{ SyntaxTree.FilePath: { Length: > 0 } path }, ..] ? " in " + FileName.Of(path) : "";

    // Generated types are partial, so that a program can extend them. All parts must have the same kind.
    private static bool IsPart(INamedTypeSymbol type, GeneratedTypeKind kind, CancellationToken cancellationToken)
    {
        foreach (var declaration in type.DeclaringSyntaxReferences)
        {
            var syntax = declaration.GetSyntax(cancellationToken);
            if (!syntax.IsKind(SyntaxOf(kind)) || !((BaseTypeDeclarationSyntax)syntax).Modifiers.Any(SyntaxKind.PartialKeyword))
                return false;
        }

        return true;
    }

    private static SyntaxKind SyntaxOf(GeneratedTypeKind kind) => kind switch
    {
        GeneratedTypeKind.Record => SyntaxKind.RecordDeclaration,
        GeneratedTypeKind.Struct => SyntaxKind.StructDeclaration,
        GeneratedTypeKind.Interface => SyntaxKind.InterfaceDeclaration,
        GeneratedTypeKind.Enum => SyntaxKind.EnumDeclaration,
        _ => SyntaxKind.ClassDeclaration,
    };
}

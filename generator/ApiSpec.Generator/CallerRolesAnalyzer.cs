using System.Collections.Immutable;
using ApiSpec.Generator.Roslyn;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reference;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ApiSpec.Generator;

/// <summary>
/// Warns about calls that the roles of the caller do not allow. It only runs in a project that states its roles (<c>ApiSpecCallerRoles</c>); in other projects
/// nothing is registered.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CallerRolesAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(DiagnosticAdapter.Descriptor(SpecRules.CallerRoleMissing, HelpPages.None));

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static context =>
        {
            var options = context.Options.AnalyzerConfigOptionsProvider.GlobalOptions;
            if (ProjectSettings.CallerRoles(options) is not { } project || RoleAttributes.Find(context.Compilation) is not { } attributes)
                return;
            var check = new CallCheck(project, attributes, ProjectSettings.HelpPages(options));
            context.RegisterOperationAction(check.Run, CalledMethods.Kinds);
        });
    }

    /// <summary>Compares the roles that a call needs with the roles of its code.</summary>
    private sealed class CallCheck(CallerRoles project, RoleAttributes attributes, HelpPages pages)
    {
        public void Run(OperationAnalysisContext context)
        {
            foreach (var method in CalledMethods.Of(context.Operation))
                Run(context, method);
        }

        private void Run(OperationAnalysisContext context, IMethodSymbol method)
        {
            var statements = attributes.Required(method.OriginalDefinition);
            if (statements.Count == 0 || IsName(context.Operation))
                return;
            foreach (var required in statements)
            {
                if (Caller(context.Operation, context.ContainingSymbol, required.Api) is { } roles && !required.Roles.Any(roles.Contains))
                    Report(context, method, required, roles);
            }
        }

        private void Report(OperationAnalysisContext context, IMethodSymbol method, CallerRoles.Statement required, IReadOnlyCollection<string> roles)
        {
            var type = method.ContainingType.Name;
            var name = method.MethodKind == MethodKind.Constructor ? type : type + "." + (method.AssociatedSymbol ?? method).Name;
            context.ReportDiagnostic(Diagnostic.Create(
                DiagnosticAdapter.Descriptor(SpecRules.CallerRoleMissing, pages),
                NameOf(context.Operation.Syntax).GetLocation(),
                name,
                required.Roles.Count == 1 ? "the role '" + required.Roles[0] + "'" : "one of the roles " + List(required.Roles),
                roles.Count == 0 ? "without a role" : "as " + List(roles)));
        }

        // The nearest statement counts: first the lambda, local function or method, then the types around it, then the project.
        private IReadOnlyCollection<string>? Caller(IOperation call, ISymbol containing, string? api)
        {
            for (var outer = call.Parent; outer is not null; outer = outer.Parent)
            {
                var function = outer switch
                {
                    ILocalFunctionOperation local => local.Symbol,
                    IAnonymousFunctionOperation lambda => lambda.Symbol,
                    _ => null,
                };
                if (function is not null && attributes.Caller(function)?.Find(api) is { } ofFunction)
                    return ofFunction;
            }

            for (var symbol = containing; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingSymbol)
            {
                if (attributes.Caller(symbol)?.Find(api) is { } stated)
                    return stated;
                if (symbol is IMethodSymbol { AssociatedSymbol: { } property } && attributes.Caller(property)?.Find(api) is { } ofProperty)
                    return ofProperty;
            }

            return project.Find(api);
        }

        private static bool IsName(IOperation operation)
        {
            for (var outer = operation.Parent; outer is not null; outer = outer.Parent)
            {
                if (outer is INameOfOperation)
                    return true;
            }

            return false;
        }

        private static SyntaxNode NameOf(SyntaxNode syntax) => syntax switch
        {
            InvocationExpressionSyntax invocation => NameOf(invocation.Expression),
            MemberAccessExpressionSyntax access => access.Name,
            MemberBindingExpressionSyntax binding => binding.Name,
            _ => syntax,
        };

        private static string List(IEnumerable<string> names) => string.Join(", ", names.Select(static name => "'" + name + "'"));
    }
}

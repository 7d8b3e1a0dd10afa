using System.Reflection;
using System.Runtime.ExceptionServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace ApiSpec.Guides.Tests;

/// <summary>Calls what a block of a page declares: its public methods, and the constructors with parameters of its public types.</summary>
internal static class LibraryRun
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>Calls every public method of the block. A method that cannot be called fails, and so does a block without anything to call.</summary>
    public static async Task RunAsync(string code, Assembly library, Uri server)
    {
        var called = 0;
        var root = CSharpSyntaxTree.ParseText(code, cancellationToken: TestContext.Current.CancellationToken)
            .GetCompilationUnitRoot(TestContext.Current.CancellationToken);
        foreach (var declared in root.DescendantNodes().OfType<TypeDeclarationSyntax>())
        {
            var type = library.GetExportedTypes().FirstOrDefault(type => type.Name == declared.Identifier.Text);
            if (type is null or { IsInterface: true })
                continue;
            using var arguments = new KnownArguments(server);
            var names = declared.Members.OfType<MethodDeclarationSyntax>().Select(static method => method.Identifier.Text).ToHashSet(StringComparer.Ordinal);
            var methods = type.GetMethods(Own).Where(method => names.Contains(method.Name)).ToList();
            object? instance = null;
            if (HasParameters(declared) || methods.Exists(static method => !method.IsStatic))
            {
                instance = arguments.InstanceOf(type);
                called += HasParameters(declared) ? 1 : 0;
            }

            foreach (var method in methods)
            {
                var result = await CompleteAsync(Invoke(method, instance, arguments.Of(method)));
                Assert.False(result is false, $"{method.Name} is not true.");
                called++;
            }
        }

        Assert.True(called > 0, "It has nothing to call. Write '<!-- not run: reason -->' before it.");
    }

    /// <summary>Calls a method, and throws what it throws.</summary>
    public static object? Invoke(MethodInfo method, object? instance, object?[] arguments)
    {
        try
        {
            return method.Invoke(instance, arguments);
        }
        catch (TargetInvocationException exception)
        {
            ExceptionDispatchInfo.Throw(exception.InnerException!);
            throw;
        }
    }

    /// <summary>Waits for the result of a method.</summary>
    public static async Task<object?> CompleteAsync(object? result)
    {
        if (result is not Task task)
            return result;
        await task;
        return task.GetType().GetProperty(nameof(Task<>.Result))?.GetValue(task);
    }

    // A record only has values.
    private static bool HasParameters(TypeDeclarationSyntax type)
        => type is ClassDeclarationSyntax
            && (type.ParameterList is { Parameters.Count: > 0 } || type.Members.OfType<ConstructorDeclarationSyntax>().Any(static constructor
                => constructor.Modifiers.Any(SyntaxKind.PublicKeyword) && constructor.ParameterList.Parameters.Count > 0));
}

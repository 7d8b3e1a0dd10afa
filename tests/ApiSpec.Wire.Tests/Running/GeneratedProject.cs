using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using ApiSpec.Generator;
using ApiSpec.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace ApiSpec.Wire.Tests.Running;

/// <summary>Specs and their generated code.</summary>
internal sealed class GeneratedProject
{
    private static readonly CSharpParseOptions Options = new(
        LanguageVersion.Latest, DocumentationMode.Diagnose,
        preprocessorSymbols: ["NET", "NETCOREAPP", "NET6_0_OR_GREATER", "NET7_0_OR_GREATER", "NET8_0_OR_GREATER", "NET9_0_OR_GREATER", "NET10_0_OR_GREATER"]);

    private static readonly Lazy<CSharpCompilation> Empty = new(static () =>
    {
        var compilation = CSharpCompilation.Create(
            "Consumer",
            references: ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
                .Where(static path => Path.GetFileName(path) is "netstandard.dll" or "mscorlib.dll"
                    || Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
                .Append(typeof(ApiRequest).Assembly.Location)
                .Select(static path => MetadataReference.CreateFromFile(path)),
            options: new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                warningLevel: 9999,
                generalDiagnosticOption: ReportDiagnostic.Error,
                nullableContextOptions: NullableContextOptions.Enable,
                // Tests already run in parallel.
                concurrentBuild: false));
        // Binds the references once here, and not again in each project derived from this one.
        _ = compilation.GetSpecialType(SpecialType.System_Object);
        return compilation;
    });

    // Many tests lead to the same code, for example those that send different values to one operation. It is compiled once, and each test loads its own copy.
    private static readonly ConcurrentDictionary<string, Lazy<(byte[] Image, string Messages)>> s_emitted = new(StringComparer.Ordinal);

    private readonly GeneratorRunResult _result;

    private GeneratedProject(IReadOnlyList<SpecDocument> specs, GeneratorRunResult result)
    {
        Specs = specs;
        _result = result;
    }

    public IReadOnlyList<SpecDocument> Specs { get; }

    /// <summary>The errors of a build.</summary>
    public IReadOnlyList<Diagnostic> Errors => [.. _result.Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];

    /// <summary>The warnings and errors of a build, each with its id, line and message.</summary>
    public IReadOnlyList<string> Messages
        => [.. _result.Diagnostics.Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(Show).Order(StringComparer.Ordinal)];

    /// <summary>The information that an editor shows, each with its id, line and message.</summary>
    public IReadOnlyList<string> Information
        => [.. _result.Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Info).Select(Show).Order(StringComparer.Ordinal)];

    /// <summary>The generated code.</summary>
    public IEnumerable<string> Sources => _result.GeneratedSources.Select(static source => source.SourceText.ToString());

    /// <summary>The warnings and errors of a build, by file.</summary>
    public ILookup<string, string> MessagesByFile
        => _result.Diagnostics.Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .ToLookup(static diagnostic => diagnostic.Location.GetLineSpan().Path, Show, StringComparer.Ordinal);

    /// <summary>Returns the lines of a file, from one, with an error or a warning.</summary>
    public ISet<int> LinesOf(string file)
        => _result.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Location.GetLineSpan().Path == file)
            .Select(static diagnostic => diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1).ToHashSet();

    public static GeneratedProject Of(params IReadOnlyList<SpecDocument> specs)
    {
        var driver = CSharpGeneratorDriver.Create([new ApiSpecGenerator().AsSourceGenerator()], specs.Select(static spec => new SpecText(spec)), Options);
        var result = Assert.Single(driver.RunGenerators(Compile([]), TestContext.Current.CancellationToken).GetRunResult().Results);
        Assert.Null(result.Exception);
        return new GeneratedProject(specs, result);
    }

    /// <summary>Returns a project of one minimal section, named <c>call</c>, with the given keys added.</summary>
    public static GeneratedProject OfSection(string keys, string? api = null)
        => Of(api is null
            ? [new SpecDocument("call.apispec.yaml", keys)]
            : [new SpecDocument("call.apispec.yaml", keys), new SpecDocument("api.apispec.yaml", api)]);

    /// <summary>Returns the generated client, compiled without a warning.</summary>
    /// <param name="expected">A warning about the specs that is allowed.</param>
    public GeneratedClient Load(string? expected = null)
        => new(Specs, new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(new MemoryStream(Emit(expected))));

    /// <summary>The assembly of the generated client, compiled without a warning.</summary>
    public byte[] Emit(string? expected = null)
    {
        Assert.Empty(Errors.Where(error => error.Id != expected).Select(Show));
        var texts = string.Join(
            '\n', _result.GeneratedSources.Select(static source => source.HintName + " " + Convert.ToHexString(source.SourceText.GetChecksum().AsSpan())));
        var (image, messages) = s_emitted.GetOrAdd(texts, new Lazy<(byte[], string)>(() => Emit(Compile(_result.GeneratedSources)))).Value;
        Assert.True(messages.Length == 0, messages);
        return image;
    }

    private static (byte[] Image, string Messages) Emit(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        var messages = emitted.Diagnostics.Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Select(static diagnostic => diagnostic + " << " + Line(diagnostic));
        return (image.ToArray(), string.Join("\n", messages.Take(20)));
    }

    /// <summary>Compiles code that calls a generated client, and returns the errors instead of the assembly if there are any.</summary>
    /// <param name="client">The assembly of the client.</param>
    /// <param name="code">The files by name.</param>
    public static (byte[]? Image, IReadOnlyList<Diagnostic> Errors) CompileCallers(byte[] client, IEnumerable<(string Name, string Text)> code)
    {
        var compilation = CSharpCompilation.Create(
            "Callers",
            code.Select(static file => CSharpSyntaxTree.ParseText(file.Text, Options, file.Name, Encoding.UTF8)),
            Empty.Value.References.Append(MetadataReference.CreateFromImage(client)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, concurrentBuild: false));
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        var errors = emitted.Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        return (emitted.Success ? image.ToArray() : null, errors);
    }

    private static string Show(Diagnostic diagnostic)
        => string.Create(
            CultureInfo.InvariantCulture,
            $"{diagnostic.Id} ({diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1}) {diagnostic.GetMessage(CultureInfo.InvariantCulture)}");

    private static string Line(Diagnostic diagnostic)
        => diagnostic.Location.SourceTree is { } tree ? tree.GetText().Lines.GetLineFromPosition(diagnostic.Location.SourceSpan.Start).ToString().Trim() : "";

    // The compiler of a user does not analyse nullability in generated code, because that takes long. Here it does. Only what is changed is parsed again.
    private static CSharpCompilation Compile(ImmutableArray<GeneratedSourceResult> sources) => Empty.Value.AddSyntaxTrees(sources.Select(static source =>
    {
        const string Unwatched = "#nullable disable warnings\n";
        var start = source.SourceText.ToString().IndexOf(Unwatched, StringComparison.Ordinal);
        Assert.True(start >= 0, source.HintName);
        return source.SyntaxTree.WithChangedText(
            source.SourceText.WithChanges(new TextChange(new TextSpan(start, Unwatched.Length), "#nullable enable warnings\n"))).WithFilePath(source.HintName);
    }));

    private sealed class SpecText(SpecDocument spec) : AdditionalText
    {
        public override string Path => spec.FileName;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(spec.Text, Encoding.UTF8);
    }
}

/// <summary>A generated client that is called by the names of the spec, and the stub server that reads the same spec.</summary>
internal sealed class GeneratedClient(IReadOnlyList<SpecDocument> specs, Assembly assembly)
{
    public Type Type(string name) => assembly.GetTypes().Single(type => type.Name == name);

    public bool HasType(string name) => assembly.GetTypes().Any(type => type.Name == name);

    /// <summary>Returns the type of the request body of an operation.</summary>
    public Type BodyOf(string operation)
        => MethodOf(ClientType.GetProperty(operation.Split('.')[0])!.PropertyType, operation.Split('.')[1] + "Async").GetParameters()
            .Single(static parameter => parameter.Name == "body").ParameterType;

    /// <summary>Starts a server on loopback that responds according to the specs.</summary>
    /// <param name="configure">Changes the options of the server; null: the defaults.</param>
    public Task<StubServer> StartServerAsync(Action<StubOptions>? configure = null)
    {
        var options = new StubOptions(ExampleCatalog.Parse(specs));
        configure?.Invoke(options);
        return StubServer.StartAsync(options, TestContext.Current.CancellationToken);
    }

    /// <summary>Calls an operation with a credential.</summary>
    public Task<ApiResponse> CallAsync(Uri server, string operation, Func<string, Type, object?> argumentOf, ApiCredential credential)
        => CallAsync(server, operation, argumentOf, new ApiClientOptions { Credential = credential });

    /// <summary>Calls an operation.</summary>
    /// <param name="server">The base address of the server.</param>
    /// <param name="operation">The operation: <c>Group.Method</c>.</param>
    /// <param name="argumentOf">Returns the value of a parameter, or of a property of the query record, for its C# name and type.</param>
    /// <param name="options">The options of the client; null: the defaults.</param>
    /// <param name="callOptions">The options of this call; null: none.</param>
    /// <returns>The response.</returns>
    public async Task<ApiResponse> CallAsync(
        Uri server, string operation, Func<string, Type, object?> argumentOf, ApiClientOptions? options = null, ApiCallOptions? callOptions = null)
    {
        var client = Activator.CreateInstance(ClientType, server, options ?? new ApiClientOptions())!;
        using (client as IDisposable)
        {
            var caller = callOptions is null
                ? client
                : ClientType.GetMethod("With")!.Invoke(client, BindingFlags.DoNotWrapExceptions, null, [callOptions], null)!;
            var group = ClientType.GetProperty(operation.Split('.')[0])!.GetValue(caller)!;
            var method = MethodOf(group.GetType(), operation.Split('.')[1] + "WithResponseAsync");
            var arguments = method.GetParameters().Select(parameter => ArgumentOf(parameter, argumentOf)).ToArray();
            var task = (Task)method.Invoke(group, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;
            await task;
            return (ApiResponse)task.GetType().GetProperty("Result")!.GetValue(task)!;
        }
    }

    /// <summary>Calls a method of a group, and returns what it returns.</summary>
    public object Invoke(Uri server, string group, string name, Func<string, Type, object?> argumentOf, ApiClientOptions options)
    {
        var client = Activator.CreateInstance(ClientType, server, options)!;
        var target = ClientType.GetProperty(group)!.GetValue(client)!;
        var method = MethodOf(target.GetType(), name);
        var arguments = method.GetParameters().Select(parameter => ArgumentOf(parameter, argumentOf)).ToArray();
        return method.Invoke(target, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;
    }

    /// <summary>The method of an operation that takes all of its values.</summary>
    public static MethodInfo MethodOf(Type group, string name)
        => group.GetMethods().Where(method => method.Name == name).MaxBy(static method => method.GetParameters().Length)
            ?? throw new MissingMethodException(group.Name, name);

    private Type ClientType
        => assembly.GetExportedTypes().Single(
            static type => type.Name.EndsWith("Client", StringComparison.Ordinal) && type.GetConstructor([typeof(Uri), typeof(ApiClientOptions)]) is not null);

    private static object? ArgumentOf(ParameterInfo parameter, Func<string, Type, object?> argumentOf)
    {
        if (parameter.ParameterType == typeof(CancellationToken))
            return TestContext.Current.CancellationToken;
        if (parameter.Name != "query" || !parameter.ParameterType.Name.EndsWith("Query", StringComparison.Ordinal))
            return argumentOf(parameter.Name!, parameter.ParameterType);
        var query = Activator.CreateInstance(parameter.ParameterType)!;
        foreach (var property in parameter.ParameterType.GetProperties().Where(static property => property.CanWrite))
            property.SetValue(query, argumentOf(property.Name, property.PropertyType));
        return query;
    }
}

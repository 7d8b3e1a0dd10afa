using System.Globalization;
using ApiSpec.Generator.Code;
using static ApiSpec.Generator.Emit.RuntimeTypes;

namespace ApiSpec.Generator.Emit;

/// <summary>Writes the class of a fake server for tests. It has a property for each group, and a group has a property for each operation.</summary>
internal static class FakeEmitter
{
    // The members of the class and its base class. A group with such a name gets a longer name, so that it does not hide a member.
    private static readonly HashSet<string> Taken = new(StringComparer.Ordinal)
    {
        "BaseAddress", "AllOperations", "Requests", "Definition", "IsListening", "InMemoryClient", "CreateHandler", "CreateClient", "ExpireSessions",
        "VerifyRequests",
        "Reset", "Dispose", "DisposeAsync", "ListenAsync", "StartAsync",
    };

    public static string Emit(GeneratedFake fake, TargetFramework target)
    {
        var groups = NameGroups(fake);
        var values = new ValueExpressions(new TypeText(target));
        var types = new TypeText(target);
        var writer = GeneratedFile.Begin(fake.Context);
        WriteHead(writer, fake, groups);
        foreach (var group in groups)
        {
            writer.Write();
            writer.WriteSummary($"The responses of the operations of the group {group.Name}.");
            writer.Write($$"""public {{group.ClassName}} {{group.PropertyName}} { get; }""");
        }

        WriteConnection(writer, fake);
        foreach (var group in groups)
        {
            writer.Write();
            WriteGroup(writer, fake, group, types, values);
        }

        writer.Close();
        return writer.Finish();
    }

    private static void WriteHead(CodeWriter writer, GeneratedFake fake, List<FakeGroup> groups)
    {
        writer.WriteSummary($"Plays the server of {fake.Title ?? fake.ClientName} in tests.");
        writer.Write($$"""
            /// <remarks>It responds with the examples of the reference, with values from its schemas, and with the responses of a test.</remarks>
            {{GeneratedFile.Attribute}}
            """);
        writer.Open($"{fake.Context.Accessibility} sealed partial class {fake.Name} : {TestingKit}.ApiFake");
        writer.Write($$"""
            /// <summary>Makes a fake that works without a network.</summary>
            /// <param name="options">The options; null: the defaults.</param>
            /// <exception cref="global::System.InvalidOperationException">The options ask for sessions that the API file does not describe.</exception>
            public {{fake.Name}}({{TestingKit}}.FakeOptions? options = null)
            """);
        writer.Open($"    : base(typeof({fake.Context.GlobalPrefix}{fake.Name}).Assembly, {SafeText.Literal(fake.ApiId)}, options)");
        foreach (var group in groups)
            writer.Write($"{group.PropertyName} = new {group.ClassName}(Definition);");
        writer.Close();
    }

    private static void WriteConnection(CodeWriter writer, GeneratedFake fake)
    {
        var name = fake.Context.GlobalPrefix + fake.Name;
        var client = fake.Context.GlobalPrefix + fake.ClientName;
        var task = $"{RuntimeTypes.Task}<{name}>";
        writer.Write($$"""

            /// <summary>Makes a fake that listens on a free port of 127.0.0.1.</summary>
            /// <param name="options">The options; null: the defaults.</param>
            /// <param name="cancellationToken">Gives up starting.</param>
            /// <returns>The running fake; it stops when it is disposed.</returns>
            /// <exception cref="global::System.InvalidOperationException">The options ask for sessions that the API file does not describe.</exception>
            /// <exception cref="global::System.OperationCanceledException">Starting was cancelled.</exception>
            public static {{task}} StartAsync({{TestingKit}}.FakeOptions? options = null, {{RuntimeTypes.CancellationToken}} cancellationToken = default)
                => ListenAsync(new {{name}}(options), cancellationToken);

            /// <summary>Makes a client of the fake: over the network where the fake listens, and without one where it does not.</summary>
            /// <param name="options">The client's options; null: the defaults, and no credential. A handler in them has to call the fake.</param>
            /// <exception cref="global::System.ArgumentException">An option is not valid.</exception>
            public {{client}} CreateClient(global::ApiSpec.ApiClientOptions? options = null)
                => IsListening || options?.Handler is not null ? new {{client}}(BaseAddress, options) : new {{client}}(InMemoryClient, options);
            """);
    }

    private static void WriteGroup(CodeWriter writer, GeneratedFake fake, FakeGroup group, TypeText types, ValueExpressions values)
    {
        writer.WriteSummary($"The responses of the operations of the group {group.Name}.");
        writer.Write(GeneratedFile.Attribute);
        writer.Open($"public sealed class {group.ClassName}");
        writer.Open($"internal {group.ClassName}({TestingKit}.FakeDefinition definition)");
        foreach (var operation in group.Operations)
            writer.Write($"{operation.Method} = definition.{Definition(fake, operation, types, values)};");
        writer.Close();
        foreach (var operation in group.Operations)
        {
            writer.Write();
            writer.WriteSummary(operation.Summary);
            writer.Write($$"""public {{TestingKit}}.FakeOperation<{{OperationArguments(fake, operation, types)}}> {{operation.Method}} { get; }""");
        }

        writer.Close();
    }

    private static string Definition(GeneratedFake fake, GeneratedFakeOperation operation, TypeText types, ValueExpressions values)
    {
        var status = fake.Context.GlobalPrefix + operation.StatusEnum;
        var error = operation.Error is { } errorType ? $"{types.OfNonNull(errorType)}, " : "";
        var arguments = new List<string> { $"{fake.Context.GlobalPrefix}{fake.Context.ApiClass}.{operation.Group}.{operation.Method}.Operation" };
        var (method, body) = operation.Response switch
        {
            ResponseKind.None => ("Empty", ""),
            ResponseKind.Json => ("Json", $"{types.Of(operation.Body!)}, "),
            ResponseKind.ByStatus => ("ByStatus", $"{fake.Context.GlobalPrefix}{operation.Results!.Name}, "),
            ResponseKind.Text => ("Text", ""),
            _ => ("Bytes", ""),
        };
        if (operation.Response == ResponseKind.Json)
            arguments.Add(Contract(values, operation.Body!));
        else if (operation.Results is { } results)
            arguments.AddRange([ResponseOf(results, values), SampleOf(fake, results, values)]);
        else if (operation.Response != ResponseKind.None)
            arguments.Add(SafeText.Literal(operation.MediaType));
        if (operation.Error is { } contract)
            arguments.Add(Contract(values, contract with { IsNullable = false }));
        var failures = operation.Failures.Select(failure =>
            $".WithFailure({failure.Value.ToString(CultureInfo.InvariantCulture)}, {Contract(values, failure.Body with { IsNullable = false })})");
        return $"{method}<{body}{error}{status}>({string.Join(", ", arguments)}){string.Concat(failures)}";
    }

    // The property that is set determines the body and the status.
    private static string ResponseOf(ResultUnion results, ValueExpressions values)
    {
        var cases = results.Bodies.Select((body, index) =>
        {
            var value = $"value{index.ToString(CultureInfo.InvariantCulture)}";
            var response = $"{TestingKit}.FakeResponse.{ResponseOf(body, value, values)}";
            return $$"""body.{{body.Name}} is { } {{value}} ? {{response}} : """;
        });
        var empty = results.Empty.Count == 0 ? "null" : $"{TestingKit}.FakeResponse.Status(code ?? {Code(results.Empty[0])})";
        return $"static (code, body) => {string.Concat(cases)}{empty}";
    }

    // The record of a sample has the body of its status.
    private static string SampleOf(GeneratedFake fake, ResultUnion results, ValueExpressions values)
    {
        var record = $"new {fake.Context.GlobalPrefix}{results.Name}";
        var cases = results.Bodies
            .GroupBy(static body => body.Status.FirstCode)
            .Select(static same => same.First())
            .Select(body => $$"""{{Code(body.Status)}} => {{record}} { {{body.Name}} = {{ValueOf(body, values)}} }, """);
        return $$"""static (code, bytes) => code switch { {{string.Concat(cases)}}_ => {{record}}() }""";
    }

    private static string ResponseOf(ResultBody body, string value, ValueExpressions values)
    {
        var code = $"code ?? {Code(body.Status)}";
        return body.Type is { } type ? $"Json({code}, {Contract(values, type with { IsNullable = false })}, {value})"
            : body.Body.Kind == ResponseKind.Text ? $"Text({code}, {value}, {SafeText.Literal(body.Body.MediaType)})"
            : $"Bytes({code}, {value}.Bytes, {value}.ContentType ?? {SafeText.Literal(body.Body.MediaType ?? "application/octet-stream")})";
    }

    private static string ValueOf(ResultBody body, ValueExpressions values)
        => body.Type is { } type ? $"{Contract(values, type with { IsNullable = false })}.Parse(bytes.Span)"
            : body.Body.Kind == ResponseKind.Text ? "global::System.Text.Encoding.UTF8.GetString(bytes.Span)"
            : $"new {ApiRawBody}(bytes.Span, {SafeText.Literal(body.Body.MediaType)})";

    private static string Code(StatusMember status) => status.FirstCode.ToString(CultureInfo.InvariantCulture);

    // The fake server knows the format of a body from the spec, so a test only handles its values.
    private static string Contract(ValueExpressions values, CodeType type) => values.Contract(type with { XmlShape = null }).Expression;

    private static string OperationArguments(GeneratedFake fake, GeneratedFakeOperation operation, TypeText types)
    {
        var body = operation.Response switch
        {
            ResponseKind.Json => $"{types.Of(operation.Body!)}, ",
            _ when operation.Results is { } results => $"{fake.Context.GlobalPrefix}{results.Name}, ",
            ResponseKind.None => "",
            ResponseKind.Text => "string, ",
            _ => "byte[], ",
        };
        var error = operation.Error is { } type ? types.OfNonNull(type) : "byte[]";
        return $"{body}{error}, {fake.Context.GlobalPrefix}{operation.StatusEnum}";
    }

    private static List<FakeGroup> NameGroups(GeneratedFake fake)
    {
        var groups = fake.Operations.GroupBy(static operation => operation.Group, StringComparer.Ordinal).ToList();
        var taken = new HashSet<string>(Taken.Concat(groups.Select(static group => group.Key)), StringComparer.Ordinal) { fake.Name };
        var named = new List<FakeGroup>();
        foreach (var group in groups)
        {
            var property = group.Key;
            while (Taken.Contains(property) || string.Equals(property, fake.Name, StringComparison.Ordinal)
                || (property != group.Key && taken.Contains(property)))
                property += "Group";
            taken.Add(property);
            named.Add(new FakeGroup(group.Key, property, "", group.ToList()));
        }

        // A class cannot have the name of a property next to it, or of a property in it.
        for (var i = 0; i < named.Count; i++)
        {
            var className = $"{named[i].Name}Operations";
            while (taken.Contains(className) || named[i].Operations.Any(operation => string.Equals(operation.Method, className, StringComparison.Ordinal)))
                className += "Group";
            taken.Add(className);
            named[i] = named[i] with { ClassName = className };
        }

        return named;
    }

    private sealed record FakeGroup(string Name, string PropertyName, string ClassName, List<GeneratedFakeOperation> Operations);
}

using System.Globalization;
using ApiSpec.Generator.Code;
using static ApiSpec.Generator.Emit.RuntimeTypes;

namespace ApiSpec.Generator.Emit;

/// <summary>Writes the static class of one operation: its description from the reference, and the code that creates its request.</summary>
/// <remarks>Each operation has its own class, so that trimming removes operations that a program does not call.</remarks>
internal static class OperationDescriptionEmitter
{
    public static void Write(CodeWriter writer, OperationSignature signature, ValueExpressions values)
    {
        var operation = signature.Operation;
        writer.Open($"{operation.Context.Accessibility} static partial class {operation.Context.ApiClass}");
        writer.Open($"public static partial class {operation.Group}");
        writer.WriteSummary(operation.Title ?? operation.Id);
        writer.Open($"public static class {operation.Method}");
        WriteOperation(writer, operation);
        if (operation.Roles.Count > 0)
        {
            var roles = operation.Context.GlobalPrefix + operation.RolesEnum;
            writer.WriteSummary("The roles that are allowed to call it.");
            writer.Write($$"""
                public static {{roles}} Roles =>
                    {{string.Join("\n    | ", operation.Roles.Select(role => $"{roles}.{role.CSharpName}"))}};

                """);
        }

        writer.Write($$"""
            internal static readonly {{signature.CallType}} Call =
                {{Call(signature, values)}};

            """);
        if (operation.DoneWhen.Count > 0)
            WaitEmitter.WriteField(writer, operation);
        WriteConditions(writer, operation);
        WriteRequest(writer, signature, values, followsLink: false);
        if (signature.CanFollowLink)
        {
            writer.Write();
            WriteRequest(writer, signature, values, followsLink: true);
        }

        if (operation.Token is { } token)
        {
            writer.Write();
            TokenEmitter.Write(writer, signature, token);
        }

        if (operation.Paging is { } paging)
        {
            writer.Write();
            PagesEmitter.WriteDescription(writer, signature, paging);
        }

        writer.Close();
        writer.Close();
        writer.Close();
    }

    /// <summary>Writes the call of another form of the same operation.</summary>
    public static void WriteVariant(CodeWriter writer, OperationSignature signature, OperationSignature described, ValueExpressions values)
    {
        var operation = signature.Operation;
        writer.Open($"{operation.Context.Accessibility} static partial class {operation.Context.ApiClass}");
        writer.Open($"public static partial class {operation.Group}");
        writer.Open($"internal static class {operation.Method}");
        writer.Write($$"""
            private static {{ApiOperation}} Operation => {{described.Description}}.Operation;

            """);
        writer.Write(operation.IsAtAddress
            ? $$"""
                internal static {{signature.CallType}} Call => {{described.Description}}.Call;

                """
            : $$"""
                internal static readonly {{signature.CallType}} Call =
                    {{Call(signature, values)}};

                """);
        WriteConditions(writer, operation);
        WriteRequest(writer, signature, values, followsLink: false);
        writer.Close();
        writer.Close();
        writer.Close();
    }

    private static void WriteOperation(CodeWriter writer, GeneratedOperation operation)
    {
        writer.WriteSummary("The documentation of the operation.");
        var arguments = new List<string>
        {
            $"id: {SafeText.Literal(operation.Id)}",
            "api: Description",
            $"method: {HttpMethod(operation.HttpMethod)}",
            $"pathTemplate: {SafeText.Literal(operation.PathTemplate)}",
        };
        AddText(arguments, "section", operation.Section);
        AddText(arguments, "title", operation.Title);
        AddText(arguments, "function", operation.Function);
        AddText(arguments, "version", operation.Version);
        arguments.Add($"isIdempotent: {(operation.IsIdempotent ? "true" : "false")}");
        AddTexts(arguments, "roles", operation.Roles.Select(static role => role.Name));
        AddTexts(arguments, "sources", operation.Sources);
        AddText(arguments, "deprecated", operation.Deprecated);
        AddText(arguments, "notes", string.Join("\n", new[] { operation.Remarks, operation.Notes }.OfType<string>()) is { Length: > 0 } notes ? notes : null);
        if (EditionEmitter.Editions(operation.Editions) is { } editions)
            arguments.Add($"editions: {editions}");
        if (operation.HasSecretTarget)
            arguments.Add("hasSecretTarget: true");
        if (operation.HasSecretBody)
            arguments.Add("hasSecretBody: true");
        if (operation.IsAnonymous)
            arguments.Add("isAnonymous: true");
        if (operation.HasOpenStatuses)
            arguments.Add("hasOpenStatuses: true");
        if (operation.HasOpenErrorCodes)
            arguments.Add("hasOpenErrorCodes: true");
        if (operation.Outcomes is { } outcomes)
            arguments.Add($"outcomes: {OutcomesEmitter.Expression(outcomes)}");
        if (operation.JsonPrefix is { } prefix)
            arguments.Add($"jsonPrefix: new {ApiJsonPrefix}({SafeText.Literal(prefix)})");
        if (operation.Statuses.Count > 0)
            arguments.Add($"statuses: {StatusTableEmitter.Expression(operation.Statuses)}");

        writer.Write($$"""
            public static {{ApiOperation}} Operation { get; } = new {{ApiOperation}}(
                {{string.Join(",\n    ", arguments)}});

            """);
    }

    private static string Call(OperationSignature signature, ValueExpressions values)
    {
        var operation = signature.Operation;
        var error = operation.Error is { } errorType ? values.Contract(errorType).Expression : "null";
        var accept = operation.Response.MediaType is { } mediaType ? $", {SafeText.Literal(mediaType)}" : "";
        var failures = Failures(operation, values);
        return operation.Response.Kind switch
        {
            ResponseKind.None or ResponseKind.Download => $"new(Operation, {error}{accept}{failures})",
            ResponseKind.ByStatus
                => $"new(Operation, {ResultEmitter.Table(operation.Response.Results!, signature.BodyType!, values)}, {error}{failures})",
            ResponseKind.Json => $"new(Operation, {Body(operation.Response, signature.Types, values)}, {error}{failures})",
            var kind => $"{ApiCall}.{kind}<{signature.ErrorType}, {signature.StatusType}>(Operation, {error}{accept}{failures})",
        };
    }

    // A missing body becomes null. Only the contract of a value type depends on that.
    private static string Body(OperationResponse response, TypeText types, ValueExpressions values)
    {
        var type = response.Type!;
        if (!response.MayLackBody || type.IsNullable)
            return values.Contract(type).Expression;
        return types.IsValueType(type) ? values.Contract(type with { IsNullable = true }).Expression : $"{values.Contract(type).Expression}!";
    }

    private static string Failures(GeneratedOperation operation, ValueExpressions values)
    {
        var rows = operation.Statuses.Where(static status => status is { IsResult: false, OwnBody: not null }).Select(status =>
        {
            var method = status.OwnBody!.Kind is ResponseKind.Json or ResponseKind.Text ? status.OwnBody.Kind : ResponseKind.Raw;
            var contract = status.OwnBody.Type is { } body ? $", {values.Contract(body).Expression}" : "";
            return $"\n        .{method}({Number(status.Value)}{contract})";
        });
        var table = string.Concat(rows);
        return table.Length == 0 ? "" : $", failures: new {ApiFailureBodies}(){table}";
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static void WriteConditions(CodeWriter writer, GeneratedOperation operation)
    {
        if (operation.Conditions is not { } conditions)
            return;
        ConditionEmitter.WriteField(writer, conditions.Conditions);
        writer.Write();
    }

    private static void WriteRequest(CodeWriter writer, OperationSignature signature, ValueExpressions values, bool followsLink)
    {
        var operation = signature.Operation;
        writer.Open($"internal static {ApiRequest} CreateRequest({signature.DeclareRequestParameters(followsLink)})");
        if (operation.SendsLocalTimes)
            writer.Write($"using var {signature.Local("localTime")} = {ApiLocalTime}.Begin({signature.Zone});");
        RequestEmitter.WriteChecks(writer, signature, values, followsLink);
        var target = followsLink ? RequestEmitter.WriteLinkTarget(writer, operation) : RequestEmitter.WriteTarget(writer, signature, values);
        if (operation.Body is null && operation.Parts.Count == 0 && operation.Headers.Count == 0 && !EditionEmitter.AreNoted(operation))
        {
            writer.Write($"return new {ApiRequest}(Operation, {target});");
        }
        else
        {
            var request = signature.Local("request");
            writer.Write($"var {request} = new {ApiRequest}(Operation, {target});");
            // Headers about the body are stored with the body, so the body is written first.
            RequestEmitter.WriteBody(writer, request, operation, values);
            RequestEmitter.WriteHeaders(writer, request, operation, values);
            if (!followsLink || signature.TakesQuery(followsLink))
                EditionEmitter.WriteUses(writer, request, operation, signature.TakesQuery(followsLink));
            writer.Write($"return {request};");
        }

        writer.Close();
    }

    private static string HttpMethod(string method) => method switch
    {
        "GET" => "global::System.Net.Http.HttpMethod.Get",
        "POST" => "global::System.Net.Http.HttpMethod.Post",
        "PUT" => "global::System.Net.Http.HttpMethod.Put",
        "DELETE" => "global::System.Net.Http.HttpMethod.Delete",
        "HEAD" => "global::System.Net.Http.HttpMethod.Head",
        "OPTIONS" => "global::System.Net.Http.HttpMethod.Options",
        _ => $"new global::System.Net.Http.HttpMethod({SafeText.Literal(method)})",
    };

    private static void AddText(List<string> arguments, string name, string? value)
    {
        if (value is not null)
            arguments.Add($"{name}: {SafeText.Literal(value)}");
    }

    private static void AddTexts(List<string> arguments, string name, IEnumerable<string> values)
    {
        var literals = string.Join(", ", values.Select(SafeText.Literal));
        if (literals.Length > 0)
            arguments.Add($$"""{{name}}: new string[] { {{literals}} }""");
    }
}

using ApiSpec.Generator.Code;
using ApiSpec.Language.Declarations;
using static ApiSpec.Generator.Emit.RuntimeTypes;

namespace ApiSpec.Generator.Emit;

/// <summary>Writes the methods that call an operation again until its response says that there is nothing more to wait for.</summary>
internal static class WaitEmitter
{
    /// <summary>The static field that holds the condition.</summary>
    public const string Field = "DoneWhen";

    public static void WriteMethod(CodeWriter writer, OperationSignature signature)
    {
        writer.Write();
        WriteDocumentation(writer, signature);
        OperationMethodsEmitter.WriteAttributes(writer, signature, followsLink: false);
        var description = signature.Description;
        var request = $"{description}.CreateRequest({signature.PassParameters(followsLink: false)})";
        var contract = new ValueExpressions(signature.Types).Contract(signature.Operation.Response.Type!).Expression;
        var (options, progress) = (signature.Local("options"), signature.Local("progress"));
        writer.Write($$"""
            public {{Declaration(signature)}}
                => _connection.PollAsync({{description}}.Call, {{request}}, {{contract}}, {{description}}.{{Field}}, {{options}}, {{progress}}, cancellationToken);
            """);
    }

    /// <summary>The method, as the interface declares it.</summary>
    public static InterfaceMember Member(OperationSignature signature)
        => new(
            Cref(signature),
            Declaration(signature),
            InterfaceMember.BodyOf(
                signature, followsLink: false, MethodName(signature), Parameters(signature).Select(Name)),
            writer => OperationMethodsEmitter.WriteAttributes(writer, signature, followsLink: false))
        {
            IsPreferred = signature.NeedsPriority(followsLink: false),
        };

    /// <summary>Returns the parameters in the order of the method, without the token.</summary>
    public static IEnumerable<SignatureParameter> Parameters(OperationSignature signature) => Ordered(signature, signature.Parameters(followsLink: false));

    /// <summary>Writes the condition, in the class that describes the operation.</summary>
    public static void WriteField(CodeWriter writer, GeneratedOperation operation)
        => writer.Write($$"""
            internal static readonly {{ApiCondition}} {{Field}} =
                {{ConditionEmitter.Expression(operation.DoneWhen)}};

            """);

    // The record of optional values is last, so that new() { ... } without a name means the options, as it did before the operation had optional values.
    private static IEnumerable<SignatureParameter> Ordered(OperationSignature signature, IEnumerable<SignatureParameter> parameters)
    {
        var all = parameters.ToList();
        var body = signature.BodyType!;
        return
        [
            .. all.Where(static parameter => !parameter.IsOptional),
            new("global::ApiSpec.ApiPollingOptions?", "global::ApiSpec.ApiPollingOptions", signature.Local("options")) { IsOptional = true },
            new(
                $"global::System.IProgress<{body}>?",
                $$"""global::System.IProgress{{{signature.Types.OfCref(signature.Operation.Response.Type!)}}}""",
                signature.Local("progress")) { IsOptional = true },
            .. all.Where(static parameter => parameter.IsOptional),
        ];
    }

    private static void WriteDocumentation(CodeWriter writer, OperationSignature signature)
    {
        var operation = signature.Operation;
        if (signature.OmitsQuery)
        {
            writer.Write($$"""/// <inheritdoc cref="{{Cref(new OperationSignature(operation, signature.Types))}}"/>""");
            return;
        }

        var condition = string.Join(" and ", operation.DoneWhen.Select(Words));
        writer.WriteSummary($"Calls {operation.Id} until its response says that there is nothing more to wait for: {condition}.");
        writer.Write("/// <remarks>");
        writer.WriteElement(
            "para", "", "The first call is made at once. Failures that can pass do not end the wait, and the server's Retry-After header is respected.");
        if (operation.Roles.Count > 0)
            writer.WriteElement("para", "", $"Roles: {string.Join(", ", operation.Roles.Select(static role => role.Name))}.");
        writer.Write("/// </remarks>");
        foreach (var parameter in signature.Parameters(followsLink: false))
            OperationMethodsEmitter.WriteParameter(writer, parameter);
        writer.WriteElement("param", $" name=\"{signature.Local("options")}\"", "Interval, timeout and the number of failures; null: the defaults.");
        writer.WriteElement("param", $" name=\"{signature.Local("progress")}\"", "Receives every body, including the last one; null: not reported.");
        writer.WriteElement("param", " name=\"cancellationToken\"", "Ends the wait.");
        writer.WriteElement("returns", "", "The body that ended the wait.");
        OperationMethodsEmitter.WriteStatusExceptions(writer, operation);
        writer.WriteElement("exception", " cref=\"global::ApiSpec.ApiPollingTimeoutException\"", "The timeout of the options has passed.");
        writer.WriteElement(
            "exception", " cref=\"global::ApiSpec.ApiCallException\"", "The server could not be reached, took too long, or contradicted the reference.");
    }

    private static string Words(StatedClause clause)
        => new ConditionClause(string.Join(".", clause.Path), clause.Operator, clause.Values).ToString();

    private static string MethodName(OperationSignature signature) => $"{signature.Operation.Method}{GeneratedOperation.UntilDone}Async";

    private static string Name(SignatureParameter parameter) => parameter.Name;

    private static string Declaration(OperationSignature signature)
    {
        var parameters = Ordered(signature, signature.Given(followsLink: false)).Select(signature.Declare).Append(signature.LastParameter);
        return $"{RuntimeTypes.Task}<{signature.BodyType}> {MethodName(signature)}({string.Join(", ", parameters)})";
    }

    private static string Cref(OperationSignature signature)
    {
        var parameters = Ordered(signature, signature.Given(followsLink: false)).Select(static parameter => parameter.Cref).Append(OperationSignature.Token);
        return $"{signature.Operation.Context.GlobalPrefix}{signature.Operation.GroupClass}.{MethodName(signature)}({string.Join(", ", parameters)})";
    }
}

using ApiSpec.Generator.Code;

namespace ApiSpec.Generator.Emit;

/// <summary>Writes all that one section gives: the methods of its group, its description, its request and its status enum.</summary>
internal static class OperationEmitter
{
    public static string Emit(OperationModel operation, TargetFramework target)
    {
        var types = new TypeText(target);
        var values = new ValueExpressions(types);
        var signature = new OperationSignature(operation, types);

        var writer = GeneratedFile.Begin(operation.Context);
        OperationMethodsEmitter.Write(writer, signature);
        writer.Write();
        OperationDescriptionEmitter.Write(writer, signature, values);
        writer.Write();
        StatusEnumEmitter.Write(writer, operation);
        return writer.ToString();
    }
}

/// <summary>The C# face of an operation: the types it takes and returns, and the parameter lists made of them.</summary>
internal sealed class OperationSignature
{
    private const string Ct = "global::System.Threading.CancellationToken";
    private readonly TypeText _types;

    public OperationSignature(OperationModel operation, TypeText types)
    {
        Operation = operation;
        _types = types;
        var prefix = operation.Context.GlobalPrefix;
        StatusType = prefix + operation.StatusEnum;
        ErrorType = operation.Error is { } error ? types.OfNonNull(error) : "global::ApiSpec.ApiRawBody";
        BodyType = operation.Response.Kind switch
        {
            ResponseKind.Json => types.Of(operation.Response.Type!),
            ResponseKind.Text => "string",
            ResponseKind.Raw => "global::ApiSpec.ApiRawBody",
            _ => null,
        };
        CallArguments = (BodyType is null ? "" : BodyType + ", ") + ErrorType + ", " + StatusType;
        QueryType = operation.Query is { } query ? prefix + query.Name : null;
        Description = prefix + operation.Context.ApiClass + "." + operation.Group + "." + operation.Method;
    }

    public OperationModel Operation { get; }

    public string StatusType { get; }

    public string ErrorType { get; }

    /// <summary>The type of a successful body; null: there is none.</summary>
    public string? BodyType { get; }

    /// <summary>The type arguments of the response and the call.</summary>
    public string CallArguments { get; }

    public string ResponseType => "global::ApiSpec.ApiResponse<" + CallArguments + ">";

    public string? QueryType { get; }

    /// <summary>The static class that describes the operation.</summary>
    public string Description { get; }

    /// <summary>Tells whether following a link leaves a signature of its own.</summary>
    public bool CanFollowLink => Operation.Link is not null && Operation.Parameters.Any(IsInTarget);

    /// <summary>All parameters, or those that are no part of the request target: the overload that follows a link takes path and query from the body.</summary>
    public IEnumerable<(string Type, string Cref, ParameterModel? Parameter, string Name)> Parameters(bool followsLink)
    {
        foreach (var parameter in Operation.Parameters)
        {
            if (!followsLink || !IsInTarget(parameter))
                yield return (_types.Of(parameter.Type), _types.OfCref(parameter.Type), parameter, parameter.Name);
        }

        if (Operation.Body is { } body)
            yield return (_types.Of(body), _types.OfCref(body), null, "body");
        if (QueryType is { } query && TakesQuery(followsLink))
            yield return (query + "?", query, null, "query");
    }

    public string DeclareParameters(bool followsLink)
        => string.Join(", ", Parameters(followsLink)
            .Select(static parameter => parameter.Type + " " + parameter.Name + (parameter.Name == "query" && parameter.Parameter is null ? " = null" : ""))
            .Concat([Ct + " cancellationToken = default"]));

    public string DeclareRequestParameters(bool followsLink)
        => string.Join(", ", Parameters(followsLink).Select(static parameter => parameter.Type + " " + parameter.Name));

    public string PassParameters(bool followsLink) => string.Join(", ", Parameters(followsLink).Select(static parameter => parameter.Name));

    public string CrefParameters(bool followsLink)
        => string.Join(", ", Parameters(followsLink).Select(static parameter => parameter.Cref).Concat([Ct]));

    /// <summary>The name of a local variable, made different where a parameter has it already.</summary>
    public string Local(string name)
    {
        while (Operation.Parameters.Any(parameter => string.Equals(parameter.Name, name, StringComparison.Ordinal)))
            name = "_" + name;
        return name;
    }

    /// <summary>Tells whether the overload takes the record of optional values: headers may stand in it.</summary>
    public bool TakesQuery(bool followsLink) => QueryType is not null && (!followsLink || Operation.Headers.Any(static header => header.InQuery));

    private bool IsInTarget(ParameterModel parameter) => Operation.Target.Any(part => ReferenceEquals(part.Value, parameter));
}

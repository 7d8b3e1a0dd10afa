using ApiSpec.Generator.Code;
using ApiSpec.Language.Collections;
using static ApiSpec.Generator.Emit.RuntimeTypes;

namespace ApiSpec.Generator.Emit;

/// <summary>Writes the code of a section: the methods of its group, its description, its request, its status enum and its optional values.</summary>
internal static class OperationEmitter
{
    public static void Write(CodeWriter writer, GeneratedOperation operation, TargetFramework target)
    {
        var types = new TypeText(target);
        var values = new ValueExpressions(types);
        var signature = new OperationSignature(operation, types);

        OperationMethodsEmitter.Write(writer, signature);
        writer.Write();
        OperationDescriptionEmitter.Write(writer, signature, values);
        foreach (var other in new[] { operation.AtAddress, operation.Selection })
        {
            if (other is null)
                continue;
            var variant = new OperationSignature(other, types);
            writer.Write();
            OperationMethodsEmitter.Write(writer, variant);
            writer.Write();
            OperationDescriptionEmitter.WriteVariant(writer, variant, signature, values);
        }

        writer.Write();
        StatusEnumEmitter.Write(writer, operation);
        if (operation.ResponseHeaders is { } headers)
        {
            writer.Write();
            ResponseHeadersEmitter.Write(writer, signature, headers, types);
        }

        if (operation.Response.Results is { } results)
        {
            writer.Write();
            ResultEmitter.Write(writer, operation, results, types, target);
        }

        if (operation.Query is { } query)
        {
            writer.Write();
            QueryEmitter.Write(writer, operation, query, types, target);
        }
    }
}

/// <summary>The C# signature of an operation: its types and parameter lists.</summary>
internal sealed class OperationSignature
{
    /// <summary>The type of the last parameter of every method.</summary>
    public const string Token = RuntimeTypes.CancellationToken;

    /// <summary>The last parameter of every method.</summary>
    public const string TokenParameter = $"{Token} cancellationToken = default";

    /// <summary>The parameter that takes the record of optional values.</summary>
    public const string Query = "query";

    private readonly TypeText _types;
    private readonly HashSet<OperationParameter> _inTarget;

    public OperationSignature(GeneratedOperation operation, TypeText types, bool omitsQuery = false)
    {
        Operation = operation;
        OmitsQuery = omitsQuery;
        _types = types;
        _inTarget = new HashSet<OperationParameter>(
            operation.Target.Select(static part => part.Value).OfType<OperationParameter>(), ReferenceComparer<OperationParameter>.Instance);
        var prefix = operation.Context.GlobalPrefix;
        StatusType = prefix + operation.StatusEnum;
        ErrorType = operation.Error is { } error ? types.OfNonNull(error) : ApiRawBody;
        BodyType = operation.Response.Kind switch
        {
            ResponseKind.Json => operation.Response.MayLackBody ? types.OfOptional(operation.Response.Type!) : types.Of(operation.Response.Type!),
            ResponseKind.ByStatus => prefix + operation.Response.Results!.Name,
            ResponseKind.Text => "string",
            ResponseKind.Raw => ApiRawBody,
            ResponseKind.Download => "global::ApiSpec.ApiDownload",
            _ => null,
        };
        var isDownload = operation.Response.Kind == ResponseKind.Download;
        var arguments = BodyType is null || isDownload ? $"{ErrorType}, {StatusType}" : $"{BodyType}, {ErrorType}, {StatusType}";
        CallType = isDownload ? $"global::ApiSpec.Generated.ApiDownloadCall<{arguments}>" : $"{ApiCall}<{arguments}>";
        ResponseType = isDownload ? $"global::ApiSpec.ApiDownloadResponse<{arguments}>" : $"global::ApiSpec.ApiResponse<{arguments}>";
        QueryType = operation.Query is { } query ? prefix + query.Name : null;
        Description = $"{prefix}{operation.Context.ApiClass}.{operation.Group}.{operation.Method}";
    }

    /// <summary>The signature of the overload that takes no record of optional values.</summary>
    public bool OmitsQuery { get; }

    public GeneratedOperation Operation { get; }

    public TypeText Types => _types;

    public string StatusType { get; }

    public string ErrorType { get; }

    /// <summary>The type of a successful body, or null.</summary>
    public string? BodyType { get; }

    /// <summary>The type of the object that describes the call.</summary>
    public string CallType { get; }

    /// <summary>The type of the response for methods that do not throw.</summary>
    public string ResponseType { get; }

    /// <summary>Whether a success can come without its file.</summary>
    public bool MayHaveNoFile => Operation.Response is { Kind: ResponseKind.Download, MayLackBody: true };

    public string? QueryType { get; }

    /// <summary>The static class that describes the operation.</summary>
    public string Description { get; }

    /// <summary>Whether the operation has an overload that follows a link.</summary>
    public bool CanFollowLink => Operation.Link is not null && Operation.Parameters.Any(IsInTarget);

    /// <summary>Returns all parameters, or only parameters outside of the path and query, which an overload that follows a link gets from the link.</summary>
    public IEnumerable<SignatureParameter> Parameters(bool followsLink)
    {
        foreach (var parameter in Operation.Parameters)
        {
            if (!followsLink || !IsInTarget(parameter))
                yield return new(_types.Of(parameter.Type), _types.OfCref(parameter.Type), parameter.Name) { Value = parameter };
        }

        if (Operation.Body is { } body)
            yield return new(_types.Of(body), _types.OfCref(body), "body") { IsBody = true };
        foreach (var part in Operation.Parts.Where(static part => part.Constant is null).OrderBy(static part => part.IsOptional))
        {
            var type = part.Parameter.Type;
            yield return part.IsOptional
                ? new(_types.OfOptional(type), _types.OfCref(type with { IsNullable = true }), part.Parameter.Name)
                {
                    Value = part.Parameter,
                    IsOptional = true,
                }
                : new(_types.Of(type), _types.OfCref(type), part.Parameter.Name) { Value = part.Parameter };
        }

        if (QueryType is { } query && TakesQuery(followsLink))
            yield return new($"{query}?", query, Query) { IsOptional = true };
    }

    /// <summary>
    /// The signature itself, and the one without optional values. The second one keeps the binaries of callers running that were compiled before the operation
    /// had optional values, and a token that they pass by position. Its token is required, so that it takes part in no other call.
    /// </summary>
    public IEnumerable<OperationSignature> Overloads(bool followsLink)
        => TakesQuery(followsLink) && _types.HasOverloadPriority ? [this, new(Operation, _types, omitsQuery: true)] : [this];

    /// <summary>What the compiler is told about the first of several overloads, so that <c>new() { ... }</c> is not a token.</summary>
    public bool NeedsPriority(bool followsLink) => !OmitsQuery && TakesQuery(followsLink) && _types.HasOverloadPriority;

    public string DeclareParameters(bool followsLink)
        => string.Join(", ", Given(followsLink).Select(Declare).Append(LastParameter));

    /// <summary>A parameter in the list of a method. Before a token that is required, nothing is optional.</summary>
    public string Declare(SignatureParameter parameter)
        => $"{parameter.Type} {parameter.Name}{(parameter.IsOptional && !OmitsQuery ? " = null" : "")}";

    /// <summary>The token in the list of parameters.</summary>
    public string LastParameter => OmitsQuery ? $"{Token} cancellationToken" : TokenParameter;

    /// <summary>The parameters that callers give, without the token.</summary>
    public IEnumerable<SignatureParameter> Given(bool followsLink) => Parameters(followsLink).Where(parameter => !(OmitsQuery && IsQuery(parameter)));

    /// <summary>The names of all parameters of the overload with optional values, without the token.</summary>
    public IEnumerable<string> Names(bool followsLink) => Parameters(followsLink).Select(static parameter => parameter.Name);

    /// <summary>The parameters of the method that creates the request.</summary>
    public string DeclareRequestParameters(bool followsLink)
        => InZone(Parameters(followsLink).Select(static parameter => $"{parameter.Type} {parameter.Name}"), $"global::System.TimeZoneInfo? {Zone}");

    /// <summary>The arguments of the method that creates the request, in a method of the client.</summary>
    public string PassParameters(bool followsLink) => InZone(Arguments(followsLink), ZoneOfClient);

    /// <summary>The same arguments, in a method that has the parameters of <see cref="DeclareRequestParameters"/>.</summary>
    public string ForwardParameters(bool followsLink) => InZone(Arguments(followsLink), Zone);

    /// <summary>Adds the zone to the arguments if the request depends on it.</summary>
    public string InZone(IEnumerable<string> arguments, string zone) => string.Join(", ", Operation.SendsLocalTimes ? arguments.Append(zone) : arguments);

    /// <summary>The parameter with the time zone of the client.</summary>
    public string Zone => Local("timeZone");

    /// <summary>The zone in a method of the client.</summary>
    public const string ZoneOfClient = "_connection.TimeZone";

    private IEnumerable<string> Arguments(bool followsLink)
        => Parameters(followsLink).Select(parameter => OmitsQuery && IsQuery(parameter) ? "null" : parameter.Name);

    public string CrefParameters(bool followsLink)
        => string.Join(", ", Given(followsLink).Select(static parameter => parameter.Cref).Concat([Token]));

    /// <summary>Whether a parameter is the record of optional values.</summary>
    public static bool IsQuery(SignatureParameter parameter) => parameter is { Value: null, IsBody: false };

    /// <summary>Returns the name of a local variable, changed if a parameter already has it.</summary>
    public string Local(string name)
    {
        while (Operation.Parameters.Concat(Operation.Parts.Select(static part => part.Parameter))
            .Any(parameter => string.Equals(parameter.Name, name, StringComparison.Ordinal)))
            name = $"_{name}";
        return name;
    }

    /// <summary>Returns whether the overload has the record of optional values, which can contain headers.</summary>
    public bool TakesQuery(bool followsLink) => QueryType is not null && (!followsLink || Operation.Headers.Any(static header => header.InQuery));

    private bool IsInTarget(OperationParameter parameter) => _inTarget.Contains(parameter);
}

/// <summary>A parameter of a generated method.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Cref">Its type in a documentation reference.</param>
/// <param name="Name">Its name, escaped if it is a keyword.</param>
internal sealed record SignatureParameter(string Type, string Cref, string Name)
{
    /// <summary>The documented parameter; null for the body and for the record of optional values.</summary>
    public OperationParameter? Value { get; init; }

    public bool IsBody { get; init; }

    public bool IsOptional { get; init; }
}

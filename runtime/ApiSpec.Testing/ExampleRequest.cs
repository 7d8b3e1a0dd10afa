namespace ApiSpec.Testing;

/// <summary>The request of a usage example.</summary>
public sealed class ExampleRequest
{
    internal ExampleRequest(string method, string target, FieldCollection query, FieldCollection headers, string? body)
    {
        Method = method;
        Target = target;
        Query = query;
        Headers = headers;
        Body = body;
    }

    /// <summary>The method, in capitals.</summary>
    public string Method { get; }

    /// <summary>Path and query as printed: <c>/Automation/v1/objects/Tasks/2026</c>.</summary>
    public string Target { get; }

    /// <summary>The query parameters, decoded. The value of a parameter without a value is empty.</summary>
    public FieldCollection Query { get; }

    /// <summary>The headers.</summary>
    public FieldCollection Headers { get; }

    /// <summary>The body as printed; null: the page shows none.</summary>
    public string? Body { get; }

    /// <summary>Method and target.</summary>
    public override string ToString() => Method + " " + Target;
}

namespace ApiSpec;

/// <summary>The part of a request that carries a credential.</summary>
public enum ApiCredentialPlace
{
    /// <summary>A header.</summary>
    Header,

    /// <summary>A parameter in the query of the URL. Servers and proxies often log it; logs and traces of this library show the URL without it.</summary>
    Query,

    /// <summary>A field of the form that the request sends.</summary>
    Form,

    /// <summary>A member of the JSON object that the request sends. A dot separates the names that point to it: <c>params.key</c>.</summary>
    Body,

    /// <summary>A cookie (RFC 6265, section 5.4).</summary>
    Cookie,
}

namespace ApiSpec.Language.Declarations;

/// <summary>How a body is written on the wire. The word behind the key says it: <c>body form:</c>. Rows mean the same in all formats.</summary>
internal enum BodyFormat
{
    Json,

    /// <summary>One root element, which is the one row at the top; a name with <c>@</c> is an attribute.</summary>
    Xml,

    /// <summary>Text fields in one line (WHATWG URL, section 5): <c>application/x-www-form-urlencoded</c>.</summary>
    Form,

    /// <summary>Fields and files (RFC 7578): <c>multipart/form-data</c>.</summary>
    Multipart,
}

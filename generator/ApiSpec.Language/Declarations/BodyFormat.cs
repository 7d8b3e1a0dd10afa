namespace ApiSpec.Language.Declarations;

/// <summary>The format of a body in a message. The word after the key names it: <c>body form:</c>. Rows have the same meaning in all formats.</summary>
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

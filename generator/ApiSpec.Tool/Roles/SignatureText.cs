using System.Reflection.Metadata;
using System.Text;

namespace ApiSpec.Tool.Roles;

/// <summary>The signature of a method as text, so that signatures of two assemblies can be compared (ECMA-335, II.23.2).</summary>
/// <remarks>
/// The decoder of the framework reserves memory for every count in a file, and follows types to any depth. A hostile file could end the program that way.
/// </remarks>
internal ref struct SignatureText
{
    private const int LongestText = 65_536;

    private readonly MetadataReader _metadata;
    private readonly StringBuilder _text = new();
    private BlobReader _blob;
    private int _depth;

    private SignatureText(MetadataReader metadata, BlobHandle signature)
    {
        _metadata = metadata;
        _blob = metadata.GetBlobReader(signature);
    }

    /// <summary>Returns the parameters and the result of a method.</summary>
    /// <exception cref="BadImageFormatException">The signature does not belong to a method, or is nested too deeply.</exception>
    public static string Of(MetadataReader metadata, BlobHandle signature)
    {
        var text = new SignatureText(metadata, signature);
        text.Method();
        return text._text.ToString();
    }

    private void Method()
    {
        var header = _blob.ReadSignatureHeader();
        if (header.Kind != SignatureKind.Method)
            throw new BadImageFormatException("The signature of a method is not one.");
        if (header.IsGeneric)
            _text.Append(_blob.ReadCompressedInteger());
        var parameters = _blob.ReadCompressedInteger();
        Type();
        _text.Append('(');
        for (var i = 0; i < parameters; i++)
        {
            Type();
            _text.Append(',');
        }

        _text.Append(')');
    }

    private void Type()
    {
        if (++_depth > MetadataLimits.MaxDepth || _text.Length > LongestText)
            throw new BadImageFormatException("A signature is nested too deeply, or is too long.");
        var code = _blob.ReadByte();
        switch ((SignatureTypeCode)code)
        {
            case SignatureTypeCode.Pointer:
                Wrap("*");
                break;
            case SignatureTypeCode.ByReference:
                Wrap("&");
                break;
            case SignatureTypeCode.SZArray:
                Wrap("[]");
                break;
            case SignatureTypeCode.Array:
                Type();
                Shape();
                break;
            case SignatureTypeCode.GenericTypeInstance:
                Type();
                Arguments();
                break;
            case SignatureTypeCode.GenericTypeParameter:
                _text.Append('!').Append(_blob.ReadCompressedInteger());
                break;
            case SignatureTypeCode.GenericMethodParameter:
                _text.Append("!!").Append(_blob.ReadCompressedInteger());
                break;
            case SignatureTypeCode.FunctionPointer:
                _text.Append("method ");
                Method();
                break;
            case SignatureTypeCode.RequiredModifier or SignatureTypeCode.OptionalModifier:
                _blob.ReadTypeHandle();
                Type();
                break;
            case SignatureTypeCode.Sentinel or SignatureTypeCode.Pinned:
                Type();
                break;
            case (SignatureTypeCode)SignatureTypeKind.Class or (SignatureTypeCode)SignatureTypeKind.ValueType:
                _text.Append(TypeNames.Of(_metadata, _blob.ReadTypeHandle()));
                break;
            case (> SignatureTypeCode.Invalid and <= SignatureTypeCode.String) or SignatureTypeCode.TypedReference or SignatureTypeCode.IntPtr
                or SignatureTypeCode.UIntPtr or SignatureTypeCode.Object:
                _text.Append((SignatureTypeCode)code);
                break;
            default:
                throw new BadImageFormatException($"There is no type 0x{code:x2} in signatures.");
        }

        _depth--;
    }

    private void Wrap(string suffix)
    {
        Type();
        _text.Append(suffix);
    }

    // C# does not distinguish the sizes and lower bounds of arrays, so they are only skipped.
    private void Shape()
    {
        _text.Append('[').Append(_blob.ReadCompressedInteger()).Append(']');
        for (var sizes = _blob.ReadCompressedInteger(); sizes > 0; sizes--)
            _blob.ReadCompressedInteger();
        for (var bounds = _blob.ReadCompressedInteger(); bounds > 0; bounds--)
            _blob.ReadCompressedSignedInteger();
    }

    private void Arguments()
    {
        _text.Append('<');
        for (var count = _blob.ReadCompressedInteger(); count > 0; count--)
        {
            Type();
            _text.Append(',');
        }

        _text.Append('>');
    }
}

using System.ComponentModel;
using ApiSpec.Xml;

namespace ApiSpec.Generated;

/// <summary>Makes the contracts of bodies that are XML. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ApiXml
{
    /// <summary>The contract of a body that can be XML. The JSON members of the contract are elements and attributes.</summary>
    /// <typeparam name="T">The type of the body.</typeparam>
    /// <param name="json">What its members are.</param>
    /// <param name="shape">What its elements and attributes become.</param>
    public static ApiJson<T> Of<T>(ApiJson<T> json, string shape)
    {
        ArgumentNullException.ThrowIfNull(json);
        return new XmlContract<T>(json, Format(shape));
    }

    /// <summary>The format of a body.</summary>
    /// <param name="shape">What its elements and attributes become.</param>
    public static ApiBodyFormat Format(string shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        return new XmlFormat(shape);
    }
}

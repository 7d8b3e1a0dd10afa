using System.Security.Cryptography;
using System.Text;
using ApiSpec.Generated;

namespace ApiSpec.Testing.Gates;

/// <summary>A field that a request needs.</summary>
/// <param name="Place">The part of the request.</param>
/// <param name="Name">The name there.</param>
/// <param name="Accepts">Whether a value is the right one.</param>
internal sealed record RequiredField(ApiCredentialPlace Place, string Name, Func<string, bool> Accepts)
{
    /// <summary>The place and the name, as the start of a sentence.</summary>
    public string Description => Place switch
    {
        ApiCredentialPlace.Header => "The header '",
        ApiCredentialPlace.Query => "The query parameter '",
        ApiCredentialPlace.Form => "The part '",
        ApiCredentialPlace.Body => "The member '",
        _ => "The cookie '",
    } + Name + "'";

    public static RequiredField Of(ApiCredentialField credential) => new(credential.Place, credential.Name, credential.Accepts);

    public static RequiredField Of(ApiCredentialPlace place, string name, string value)
        => new(place, name, sent => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(sent), Encoding.UTF8.GetBytes(value)));
}

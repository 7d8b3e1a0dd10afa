using System.Reflection.Metadata;

namespace ApiSpec.Tool.Roles;

/// <summary>Reads the value of <c>[ApiRoles("Admin", Api = "shop")]</c> (ECMA-335, II.23.3).</summary>
internal static class RoleAttributeValue
{
    private const ushort Prolog = 1;
    private const byte Property = 0x54;
    private const byte Text = 0x0E;

    /// <summary>Returns the roles and their API; null: no role is needed.</summary>
    /// <param name="value">The value of the attribute.</param>
    /// <exception cref="BadImageFormatException">The value does not belong to this attribute.</exception>
    public static RequiredRoles? Read(BlobReader value)
    {
        if (value.ReadUInt16() != Prolog)
            throw new BadImageFormatException("The value of an attribute is not one.");
        var roles = new List<string>();
        // A length of -1 means null.
        for (var count = value.ReadInt32(); count > 0; count--)
        {
            if (value.ReadSerializedString() is { } role && !string.IsNullOrWhiteSpace(role))
                roles.Add(role);
        }

        string? api = null;
        for (var count = value.ReadUInt16(); count > 0; count--)
        {
            if (value.ReadByte() != Property || value.ReadByte() != Text)
                throw new BadImageFormatException("The attribute of roles has a property that is not known.");
            if (value.ReadSerializedString() == "Api")
                api = value.ReadSerializedString();
            else
                value.ReadSerializedString();
        }

        return roles.Count == 0 ? null : new RequiredRoles(api, roles);
    }
}

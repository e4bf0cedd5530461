using Craftsman.Domain.Identity;

namespace Craftsman.Tests.Identity;

public sealed class PhoneTests
{
    [Theory]
    [InlineData("13800001234")]
    [InlineData("138 0000 1234")]
    [InlineData("138-0000-1234")]
    [InlineData("+86 138 0000 1234")]
    [InlineData("8613800001234")]
    [InlineData("008613800001234")]
    public void However_it_is_written_it_is_one_number(string written)
    {
        Assert.Equal("13800001234", Phone.Normalize(written));
        Assert.True(Phone.IsMobile(written));
        Assert.Equal("138****1234", Phone.Mask(written));
    }

    [Theory]
    [InlineData("0571-87654321")]
    [InlineData("0571 8765 4321")]
    [InlineData("+86 571 87654321")]
    public void A_fixed_line_is_plausible_and_no_mobile(string written)
    {
        Assert.True(Phone.IsPlausible(written));
        Assert.False(Phone.IsMobile(written));
    }

    [Theory]
    [InlineData("")]
    [InlineData("123456")]
    [InlineData("1234567890123456")]
    [InlineData("打我手机")]
    [InlineData("1380000123a")]
    [InlineData("１３８００００１２３４")]
    [InlineData("13800001234\n")]
    public void What_nobody_could_dial_is_not_plausible(string written) => Assert.False(Phone.IsPlausible(written));

    [Theory]
    [InlineData("12800001234")]
    [InlineData("1380000123")]
    [InlineData("138000012345")]
    [InlineData("23800001234")]
    public void A_number_of_another_shape_is_no_mobile(string written) => Assert.False(Phone.IsMobile(written));

    [Theory]
    [InlineData("123456", "****")]
    [InlineData("", "****")]
    [InlineData("87654321", "876****4321")]
    public void A_mask_shows_three_and_four_digits_at_most(string written, string mask) =>
        Assert.Equal(mask, Phone.Mask(written));
}

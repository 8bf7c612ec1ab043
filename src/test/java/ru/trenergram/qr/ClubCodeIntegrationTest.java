package ru.trenergram.qr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.trenergram.support.Text.text;
import static ru.trenergram.support.Together.atOnce;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.Settings;
import ru.trenergram.clubs.StaffRole;
import ru.trenergram.support.InBothLanguages;
import ru.trenergram.support.Person;
import ru.trenergram.support.StaffBotTest;

/** A club's QR code, from the staff bot to the guest who scans it. */
class ClubCodeIntegrationTest extends StaffBotTest {

    @Autowired
    ClubCodes codes;

    @Autowired
    Settings settings;

    Person owner;
    long club;

    @BeforeEach
    void a_club() {
        owner = somebody("Марина");
        club = club("Атлант", "PRO", owner);
    }

    @InBothLanguages
    void marketing_gets_the_picture_and_the_link_with_how_often_it_was_scanned(String language) throws Exception {
        Person vera = member(club, StaffRole.MARKETING, "Вера", language);
        vera.sends("/qr");
        String link =
                vera.sees(text("qr.club.picture", "Атлант", link(vera), 0)).replaceAll("(?s).*start=(\\S+).*", "$1");
        assertThat(link).startsWith("club_");
        String printed = read(codes.get(id(vera), club, 512).png());
        assertThat(printed).isEqualTo(settings.baseUrl() + "/q/" + link.substring("club_".length()));

        assertThat(api.page(path(printed)).statusCode()).isEqualTo(302);
        vera.sends("/qr");
        vera.sees(text("qr.club.picture", "Атлант", link(vera), 1));
    }

    @InBothLanguages
    void whoever_scans_it_or_opens_the_link_chooses_one_of_the_clubs_trainers(String language) throws Exception {
        clubTrainers.approve(id(owner), club, id(applicant(club, "Егор")));
        String target = api.page(path(read(codes.get(id(owner), club, 512).png())))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        for (String address : new String[] {target, link(owner)}) {
            Person anna = Person.named("Анна", language, api);
            anna.sends("/start " + address.replaceFirst(".*start=", ""));
            anna.sees(text("club_join.hello", "Атлант"));
            anna.presses("Егор");
            anna.sees(text("join.joined", "Егор"));
        }
    }

    @InBothLanguages
    void who_hands_out_the_codes_of_several_clubs_chooses_one(String language) {
        Person vera = member(club, StaffRole.MANAGER, "Вера", language);
        staff.add(club("Север", "FREE", owner), id(vera), StaffRole.MARKETING);
        staff.add(club("Юг", "FREE", owner), id(vera), StaffRole.READONLY);
        vera.sends("/qr");
        vera.sees(text("qr.club.which"));
        assertThat(vera.shown(text("qr.club.which")).buttons()).containsExactly("Атлант", "Север");
        vera.sendsThing("voice");
        vera.sees(text("telegram.unknown_thing"));
        vera.presses("Север");
        vera.sees("Север");
        vera.pressesStray("club-qr:x");
        vera.sees(text("telegram.old_button"));
    }

    @Test
    void the_code_of_a_club_is_one_however_many_ask_for_it_first() throws Exception {
        Callable<String> asking = () -> read(codes.get(id(owner), club, 300).png());

        assertThat(atOnce(Stream.generate(() -> asking).limit(10).toList()).stream()
                        .distinct())
                .hasSize(1);
    }

    @Test
    void nobody_else_gets_it() {
        Person reader = member(club, StaffRole.READONLY, "Юлия");
        assertThatThrownBy(() -> codes.get(id(reader), club, 300)).isInstanceOf(DomainException.class);
        assertThatThrownBy(() -> codes.get(id(somebody("Прохожий")), club, 300)).isInstanceOf(DomainException.class);
    }

    private String link(Person member) {
        return codes.get(id(member), club, 300).link();
    }

    private String path(String printed) {
        return printed.substring(settings.baseUrl().length());
    }

    private static String read(byte[] png) throws Exception {
        var image = ImageIO.read(new ByteArrayInputStream(png));
        return new QRCodeReader()
                .decode(
                        new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(image))),
                        Map.of(DecodeHintType.PURE_BARCODE, true))
                .getText();
    }
}

package org.vitrine.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class PackagesTest {

    @Test
    void everyPackageSaysWhatLivesInItAndIsNullMarked() {
        var classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.vitrine");
        Stream<JavaPackage> packages =
                classes.stream().map(JavaClass::getPackage).distinct();

        assertThat(packages).isNotEmpty().allSatisfy(javaPackage -> assertThat(
                        javaPackage.isAnnotatedWith(NullMarked.class))
                .as("%s has a package-info.java with @NullMarked", javaPackage.getName())
                .isTrue());
    }
}
